using HybridAssistant.Api.Security.Signing;

namespace HybridAssistant.Api.Tests.Security.Signing;

public sealed class SigningKeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("signing-").FullName;

    private string KeyPath => Path.Combine(_folder, SigningKeyFile.Name);

    [Fact]
    public void Makes_a_key_that_only_its_owner_may_read_and_finds_it_again()
    {
        byte[] made = SigningKeyFile.Open(_folder);

        Assert.Equal(32, made.Length);
        Assert.Equal(made, SigningKeyFile.Open(_folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(KeyPath));
        Assert.Equal([KeyPath], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Processes_that_start_together_agree_on_one_key()
    {
        byte[][] keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SigningKeyFile.Open(_folder))));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_damaged_file_is_named_with_what_to_do()
    {
        File.WriteAllText(KeyPath, "short");

        var error = Assert.Throws<InvalidDataException>(() => SigningKeyFile.Open(_folder));

        Assert.Contains($"'{KeyPath}' holds no signing key. Delete it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_named_with_the_setting_to_use_instead()
    {
        string file = Path.Combine(_folder, "no-folder");
        File.WriteAllText(file, "");

        var error = Assert.Throws<InvalidDataException>(() => SigningKeyFile.Open(file));

        Assert.Contains(Path.Combine(file, SigningKeyFile.Name), error.Message, StringComparison.Ordinal);
        Assert.Contains("Set Api:SigningKey", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_cannot_sign_does_not_start()
    {
        File.WriteAllText(KeyPath, "short");

        await Assert.ThrowsAsync<InvalidDataException>(() => ApiHost.StartAsync(("Data", _folder)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
