using System.Collections.Immutable;
using System.Diagnostics.Metrics;

namespace HybridAssistant.Behavior.Verification;

/// <summary>Counts what the gate did, for whoever listens to the meter.</summary>
public sealed class VerificationMeter : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "HybridAssistant.Verification";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _texts;
    private readonly Counter<long> _faults;

    /// <summary>A meter.</summary>
    public VerificationMeter()
    {
        _texts = _meter.CreateCounter<long>("hybrid.verification.texts", "{text}", "Texts of models by what became of them.");
        _faults = _meter.CreateCounter<long>("hybrid.verification.faults", "{fault}", "Faults found in texts of models by their kind.");
    }

    /// <summary>Counts one text.</summary>
    public void Count(SpokenAnswer draft, VerificationOutcome outcome, ImmutableArray<VerificationFault> faults)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _texts.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()), new KeyValuePair<string, object?>("variant", draft.Variant));
        foreach (VerificationFault fault in faults)
        {
            _faults.Add(1, new KeyValuePair<string, object?>("kind", fault.Kind.ToString()));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
