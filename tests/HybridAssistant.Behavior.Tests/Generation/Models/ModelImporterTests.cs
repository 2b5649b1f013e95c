using HybridAssistant.Behavior.Generation.Models;
using HybridAssistant.Behavior.Tests.Generation.Peft;
using HybridAssistant.RandomModels;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

public sealed class ModelImporterTests : IDisposable
{
    private readonly ModelFolder _source = new();
    private readonly ModelFolder _models = new();
    private readonly ModelImporter _importer;

    public ModelImporterTests() => _importer = new ModelImporter(new ModelCatalog(_models.Root));

    public void Dispose()
    {
        _source.Dispose();
        _models.Dispose();
    }

    [Fact]
    public async Task Copies_a_base_as_it_is()
    {
        string source = _source.WriteBase();

        CatalogEntry imported = await ImportAsync(new ModelImport(source) { Name = "small" });

        Assert.Equal(_models["small.gguf"], imported.Path);
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(imported.Path));
        Assert.Equal(BaseModelReader.Read(source).Fingerprint, imported.Base?.Fingerprint);
        Assert.Equal([_models["small.gguf"]], Directory.GetFiles(_models.Root));
    }

    [Fact]
    public async Task Binds_an_adapter_to_its_base()
    {
        BaseModel model = BaseModelReader.Read(_source.WriteBase());
        BaseModel other = BaseModelReader.Read(_source.WriteBase("other.gguf", seed: 9));

        CatalogEntry imported = await ImportAsync(new ModelImport(_source.WriteAdapter()) { Base = model });

        imported.Adapter!.CheckFits(model);
        Assert.Equal(model.Fingerprint, imported.Adapter.BaseFingerprint);
        Assert.Throws<ModelFileException>(() => imported.Adapter.CheckFits(other));
        Assert.Equal(Data(_source["voice.gguf"]), Data(imported.Path));
    }

    [Fact]
    public async Task An_adapter_without_a_base_is_copied_as_it_is()
    {
        string source = _source.WriteAdapter();

        CatalogEntry imported = await ImportAsync(new ModelImport(source));

        Assert.Equal("voice", imported.Name);
        Assert.Equal(File.ReadAllBytes(source), File.ReadAllBytes(imported.Path));
    }

    [Fact]
    public async Task Converts_a_PEFT_folder()
    {
        BaseModel model = BaseModelReader.Read(_source.WriteBase());
        var peft = new PeftFolder(_source["brand-voice"], RandomModelShape.Tiny);

        CatalogEntry imported = await ImportAsync(new ModelImport(peft.Path + Path.DirectorySeparatorChar) { Base = model });

        Assert.Equal("brand-voice", imported.Name);
        Assert.Equal(model.Fingerprint, imported.Adapter?.BaseFingerprint);
    }

    [Fact]
    public async Task Half_a_PEFT_folder_leaves_nothing_behind()
    {
        BaseModel model = BaseModelReader.Read(_source.WriteBase());
        var peft = new PeftFolder(_source["brand-voice"], RandomModelShape.Tiny);
        peft.Tensors[PeftFolder.Name(1, "o_proj", 'B')].Numbers[0] = float.NaN;
        peft.Save();

        await Assert.ThrowsAsync<ModelFileException>(() => ImportAsync(new ModelImport(peft.Path) { Base = model }));

        Assert.Empty(Directory.GetFileSystemEntries(_models.Root));
    }

    [Fact]
    public async Task A_damaged_file_leaves_nothing_behind()
    {
        string source = _source.WriteBase();
        using (FileStream stream = File.OpenWrite(source))
        {
            stream.SetLength(stream.Length / 2);
        }

        var exception = await Assert.ThrowsAsync<ModelFileException>(() => ImportAsync(new ModelImport(source)));

        Assert.Equal(ModelFileFault.Truncated, exception.Fault);
        Assert.Empty(Directory.GetFileSystemEntries(_models.Root));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_replaced_only_on_demand()
    {
        await ImportAsync(new ModelImport(_source.WriteBase(seed: 1)));
        string source = _source.WriteBase(seed: 2);

        var exception = await Assert.ThrowsAsync<ModelFileException>(() => ImportAsync(new ModelImport(source)));
        CatalogEntry replaced = await ImportAsync(new ModelImport(source) { Replace = true });

        Assert.Contains("there is a model 'base' already", exception.Message);
        Assert.Equal(BaseModelReader.Read(source).Fingerprint, replaced.Base?.Fingerprint);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("a b")]
    public async Task A_name_never_leads_out_of_the_folder(string name)
    {
        string source = _source.WriteBase();

        var exception = await Assert.ThrowsAsync<ModelFileException>(() => ImportAsync(new ModelImport(source) { Name = name }));

        Assert.Contains($"'{name}' is no name for a model", exception.Message);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing_behind()
    {
        string source = _source.WriteBase();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _importer.ImportAsync(new ModelImport(source), new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFileSystemEntries(_models.Root));
    }

    private Task<CatalogEntry> ImportAsync(ModelImport import) => _importer.ImportAsync(import, TestContext.Current.CancellationToken);

    private static byte[][] Data(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return [.. AdapterReader.Read(path).File.Tensors.Values.Select(tensor => bytes.AsSpan((int)tensor.Position, (int)tensor.Bytes).ToArray())];
    }
}
