using HybridAssistant.Behavior.Generation.Models;

namespace HybridAssistant.Behavior.Tests.Generation.Models;

public sealed class ModelCatalogTests : IDisposable
{
    private readonly ModelFolder _own = new();
    private readonly ModelFolder _shipped = new();

    public void Dispose()
    {
        _own.Dispose();
        _shipped.Dispose();
    }

    [Fact]
    public void Lists_files_and_folders_by_name_with_what_they_are()
    {
        Directory.CreateDirectory(_own["brand"]);
        Directory.CreateDirectory(_shipped["small"]);
        _own.WriteAdapter(Path.Combine("brand", "adapter.gguf"));
        _shipped.WriteBase(Path.Combine("small", "small-q4_0.gguf"));
        File.WriteAllText(_own["broken.gguf"], "no model");
        File.WriteAllText(_own["notes.txt"], "no model either");

        CatalogEntry[] entries = [.. Catalog().List()];

        Assert.Equal(["brand", "broken", "small"], entries.Select(entry => entry.Name));
        Assert.Equal(4, entries[0].Adapter?.Rank);
        Assert.Equal(ModelFileFault.Foreign, entries[1].Fault?.Fault);
        Assert.Equal(2, entries[2].Base?.Shape.Layers);
    }

    [Fact]
    public void An_own_model_goes_before_a_shipped_one_of_the_same_name()
    {
        string own = _own.WriteBase("model.gguf");
        _shipped.WriteBase("model.gguf");

        Assert.Equal(own, Catalog().Locate("model"));
    }

    [Fact]
    public void A_path_is_taken_as_it_is()
    {
        string elsewhere = _shipped.WriteBase("elsewhere.bin");

        Assert.Equal(elsewhere, Catalog().Locate(elsewhere));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("../model")]
    public void What_is_not_there_is_refused_with_what_is(string name)
    {
        _own.WriteBase("model.gguf");
        _own.WriteAdapter("voice.gguf");

        var exception = Assert.Throws<ModelFileException>(() => Catalog().Locate(name));

        Assert.Equal(ModelFileFault.Missing, exception.Fault);
        Assert.Contains("Names there: model, voice.", exception.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_empty()
    {
        Assert.Empty(new ModelCatalog(_own["none"]).List());
    }

    private ModelCatalog Catalog() => new(_own.Root, _shipped.Root);
}
