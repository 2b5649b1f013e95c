using System.Numerics.Tensors;

namespace HybridAssistant.Behavior.Generation.Llama;

/// <summary>Takes the next token of one reply from logits.</summary>
internal sealed class TokenSampler
{
    private const int RefusedAtOnce = 64;

    private readonly SamplingSettings _settings;
    private readonly Random _random;
    private readonly int[] _ids;
    private readonly float[] _logits;

    public TokenSampler(SamplingSettings settings)
    {
        _settings = settings;
        _random = new Random(settings.Seed);
        int kept = settings.Temperature > 0 ? settings.TopK : RefusedAtOnce;
        (_ids, _logits) = (new int[kept], new float[kept]);
    }

    /// <summary>Takes a token that a constraint allows.</summary>
    /// <param name="logits">One logit a token; tokens that are found not to be allowed are masked in it.</param>
    /// <param name="constraint">What may come next; null: anything.</param>
    /// <exception cref="ConstraintFailedException">No token is left.</exception>
    public int Next(Span<float> logits, ITokenConstraint? constraint)
    {
        constraint?.Mask(logits);
        while (true)
        {
            int token = _settings.Temperature > 0 ? Draw(logits) : Likeliest(logits, constraint);
            if (token < 0 || !float.IsFinite(logits[token]))
            {
                throw new ConstraintFailedException(
                    constraint is null
                        ? "The model gave no finite logit; its file is probably damaged."
                        : "The constraint of the reply allows no token at this place.");
            }

            if (constraint is null || constraint.Allows(token))
            {
                return token;
            }

            logits[token] = float.NegativeInfinity;
        }
    }

    // Where the likeliest token is refused, many are: the next of them are found in one pass, not in one each.
    private int Likeliest(Span<float> logits, ITokenConstraint? constraint)
    {
        int likeliest = TensorPrimitives.IndexOfMax(logits);
        if (constraint is null || likeliest < 0 || !float.IsFinite(logits[likeliest]) || constraint.Allows(likeliest))
        {
            return likeliest;
        }

        int count = KeepLikeliest(logits);
        for (int i = 0; i < count; i++)
        {
            if (constraint.Allows(_ids[i]))
            {
                return _ids[i];
            }

            logits[_ids[i]] = float.NegativeInfinity;
        }

        return TensorPrimitives.IndexOfMax(logits);
    }

    private int Draw(ReadOnlySpan<float> logits)
    {
        int count = KeepLikeliest(logits);
        if (count == 0)
        {
            return -1;
        }

        Span<float> weights = _logits.AsSpan(0, count);
        float likeliest = weights[0];
        for (int i = 0; i < count; i++)
        {
            weights[i] = MathF.Exp((weights[i] - likeliest) / _settings.Temperature);
        }

        float limit = TensorPrimitives.Sum(weights) * _settings.TopP;
        float sum = 0;
        int drawn = 0;
        while (drawn < count && sum < limit)
        {
            sum += weights[drawn++];
        }

        // Where in the kept probability the draw falls; rounding may leave it behind the last.
        float at = _random.NextSingle() * sum;
        for (int i = 0; i < drawn - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return _ids[i];
            }
        }

        return _ids[drawn - 1];
    }

    // The likeliest tokens first; a list of 40 in order beats sorting a vocabulary a hundred times.
    private int KeepLikeliest(ReadOnlySpan<float> logits)
    {
        int count = 0;
        for (int id = 0; id < logits.Length; id++)
        {
            float logit = logits[id];
            if (!float.IsFinite(logit) || (count == _ids.Length && !(logit > _logits[count - 1])))
            {
                continue;
            }

            int at = count < _ids.Length ? count++ : count - 1;
            for (; at > 0 && logit > _logits[at - 1]; at--)
            {
                (_logits[at], _ids[at]) = (_logits[at - 1], _ids[at - 1]);
            }

            (_logits[at], _ids[at]) = (logit, id);
        }

        return count;
    }
}
