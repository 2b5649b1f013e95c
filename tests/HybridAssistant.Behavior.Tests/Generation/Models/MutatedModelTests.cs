using HybridAssistant.Behavior.Generation.Gguf;
using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

/// <summary>
/// Bytes of a valid header changed one at a time: the reader reads the file or says what is wrong with it, and what it reads,
/// llama.cpp loads or refuses without ending the process.
/// </summary>
[Collection(LlamaCollection.Name)]
public sealed class MutatedModelTests : IDisposable
{
    // Every how many-th change is tried, so that the tests take seconds; 1 tries all, in a minute.
    private static readonly int Stride = int.TryParse(Environment.GetEnvironmentVariable("HYBRID_TEST_MUTATION_STRIDE"), out int stride) ? stride : 17;

    private static readonly uint[] Numbers = [0, 1, 3, 513, 65_536, int.MaxValue, 0x7F800000, uint.MaxValue];

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_changed_base_never_ends_the_process()
    {
        string path = _folder.WriteBase(vocabulary: SampleVocabulary.Smallest);

        await TryAllAsync(path, file => BaseModelReader.Read(file));
    }

    [Fact]
    public async Task A_changed_adapter_never_ends_the_process()
    {
        BaseModel model = BaseModelReader.Read(_folder.WriteBase(vocabulary: SampleVocabulary.Smallest));

        await TryAllAsync(_folder.WriteAdapter(), file => AdapterReader.Read(file).CheckFits(model), model.Path);
    }

    private async Task TryAllAsync(string path, Action<string> read, params string[] others)
    {
        int header = (int)GgufReader.Read(path).Tensors.Values.Min(tensor => tensor.Position);
        byte[] bytes = (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..header];
        List<Change> accepted = [];
        int changes = 0;
        await using (FileStream stream = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            foreach (Change change in Changes(bytes))
            {
                changes++;
                Put(stream, change.Position, change.Bytes);
                if (Accepts(read, path))
                {
                    accepted.Add(change);
                }

                Put(stream, change.Position, bytes.AsSpan(change.Position, change.Bytes.Length));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{changes} changes, {accepted.Count} accepted");
        read(path);
        await LoadAsync(accepted, bytes, [path, .. others]);
    }

    private static IEnumerable<Change> Changes(byte[] header) =>
        AllChanges(header).Where((change, i) => i % Stride == 0 && !change.Bytes.AsSpan().SequenceEqual(header.AsSpan(change.Position, change.Bytes.Length)));

    // Each byte changed a little, a lot, and to the ends of its range; and numbers that sizes stumble over, wherever one may begin.
    private static IEnumerable<Change> AllChanges(byte[] header)
    {
        for (int position = 0; position < header.Length; position++)
        {
            byte before = header[position];
            foreach (byte value in (byte[])[(byte)(before ^ 1), (byte)(before ^ 0x80), 0, 255])
            {
                yield return new(position, [value]);
            }

            if (position + sizeof(uint) <= header.Length)
            {
                foreach (uint number in Numbers)
                {
                    yield return new(position, BitConverter.GetBytes(number));
                }
            }
        }
    }

    private static bool Accepts(Action<string> read, string path)
    {
        try
        {
            read(path);
            return true;
        }
        catch (ModelFileException)
        {
            return false;
        }
    }

    private static void Put(FileStream stream, long position, ReadOnlySpan<byte> bytes)
    {
        stream.Position = position;
        stream.Write(bytes);
        stream.Flush();
    }

    private static async Task LoadAsync(List<Change> changes, byte[] header, string[] files)
    {
        ModelLoadHost host = ModelLoadHost.Start(files);
        List<string> deaths = [];
        int loaded = 0;
        foreach (Change change in changes)
        {
            string? outcome = await host.LoadAsync(change.Position, change.Bytes, TestContext.Current.CancellationToken);
            loaded += outcome == "loaded" ? 1 : 0;
            if (outcome is null)
            {
                deaths.Add($"bytes at {change.Position} set to {Convert.ToHexString(change.Bytes)}: {host.LastWords}");
                host.Dispose();
                using (FileStream stream = File.OpenWrite(files[0]))
                {
                    // What ended could not put its bytes back.
                    Put(stream, change.Position, header.AsSpan(change.Position, change.Bytes.Length));
                }

                host = ModelLoadHost.Start(files);
            }
        }

        host.Dispose();
        Assert.True(deaths.Count == 0, $"llama.cpp ended the process {deaths.Count} times:\n{string.Join("\n", deaths)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{loaded} loaded");
        Assert.True(loaded > changes.Count / 2, $"llama.cpp loaded {loaded} of the {changes.Count} files that the reader accepted.");
    }

    private readonly record struct Change(int Position, byte[] Bytes);
}
