using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace HybridAssistant.Knowledge.Embedding;

/// <summary>The inputs and the output of an encoder's ONNX graph, checked once, and a run through it.</summary>
internal sealed class EncoderGraph
{
    private static readonly string[] KnownInputs = ["input_ids", "attention_mask", "token_type_ids"];

    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly bool _outputIsPooled;
    private readonly int _dimensions;
    private readonly PoolingMode _pooling;
    private readonly bool _normalize;

    private EncoderGraph(string[] inputs, string output, bool outputIsPooled, ModelFolder folder)
    {
        _inputs = inputs;
        _outputs = [output];
        _outputIsPooled = outputIsPooled;
        _dimensions = folder.Dimensions;
        _pooling = folder.Pooling;
        _normalize = folder.Normalize;
    }

    /// <exception cref="EmbeddingModelException">The graph takes or gives something else than a BERT encoder does.</exception>
    public static EncoderGraph Inspect(InferenceSession session, ModelFolder folder)
    {
        string[] inputs = [.. session.InputNames];
        if (inputs.Except(KnownInputs).FirstOrDefault() is { } foreign)
        {
            throw new EmbeddingModelException(
                $"'{folder.ModelFile}' takes an input '{foreign}'; an encoder of the BERT family takes {string.Join(", ", KnownInputs)}.",
                folder.ModelFile);
        }

        foreach (string input in inputs)
        {
            if (session.InputMetadata[input].ElementDataType != TensorElementType.Int64)
            {
                throw new EmbeddingModelException(
                    $"'{folder.ModelFile}' takes '{input}' as {session.InputMetadata[input].ElementDataType}; only Int64 is supported. "
                    + "Export the model again.", folder.ModelFile);
            }
        }

        string? tokens = FindOutput(session, rank: 3, "last_hidden_state", "token_embeddings");
        string? pooled = FindOutput(session, rank: 2, "sentence_embedding", "embeddings");
        string output = tokens ?? pooled ?? throw new EmbeddingModelException(
            $"'{folder.ModelFile}' gives {string.Join(", ", session.OutputNames)}; an encoder gives float32 token vectors "
            + "[batch, sequence, width] or text vectors [batch, width].", folder.ModelFile);
        int width = session.OutputMetadata[output].Dimensions[^1];
        if (width > 0 && width != folder.Dimensions)
        {
            throw new EmbeddingModelException(
                $"'{folder.ModelFile}' gives vectors of {width} numbers, but the folder's config.json says {folder.Dimensions}. "
                + "Use the ONNX file that belongs to the folder.", folder.ModelFile);
        }

        return new EncoderGraph(inputs, output, tokens is null, folder);
    }

    /// <summary>Runs a batch and hands out each text's vector with its row.</summary>
    public void Run(InferenceSession session, RunOptions options, TokenBatch batch, Action<int, float[]> receive)
    {
        long[] shape = [batch.Rows, batch.Width];
        OrtValue[] values = [.. _inputs.Select(input => OrtValue.CreateTensorValueFromMemory(
            input switch { "input_ids" => batch.Ids, "attention_mask" => batch.Mask, _ => new long[batch.Ids.Length] }, shape))];
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, _inputs, values, _outputs);
            ReadOnlySpan<float> data = outputs[0].GetTensorDataAsSpan<float>();
            int stride = _outputIsPooled ? _dimensions : batch.Width * _dimensions;
            for (int row = 0; row < batch.Rows; row++)
            {
                float[] vector = new float[_dimensions];
                ReadOnlySpan<float> rowData = data.Slice(row * stride, stride);
                Pooling.Pool(rowData, _outputIsPooled ? 1 : batch.Lengths[row], vector, _pooling);
                if (_normalize)
                {
                    Pooling.Normalize(vector);
                }

                receive(row, vector);
            }
        }
        finally
        {
            foreach (OrtValue value in values)
            {
                value.Dispose();
            }
        }
    }

    private static string? FindOutput(InferenceSession session, int rank, params ReadOnlySpan<string> preferred)
    {
        bool Fits(string name) => session.OutputMetadata[name] is { ElementDataType: TensorElementType.Float } output
            && output.Dimensions.Length == rank;
        foreach (string name in preferred)
        {
            if (session.OutputMetadata.ContainsKey(name) && Fits(name))
            {
                return name;
            }
        }

        // Only token vectors are taken under another name: a nameless [batch, width] may be BERT's pooler, which is no embedding.
        return rank == 3 ? session.OutputNames.FirstOrDefault(Fits) : null;
    }
}
