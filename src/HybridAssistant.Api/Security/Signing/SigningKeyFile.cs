using System.Security.Cryptography;

namespace HybridAssistant.Api.Security.Signing;

/// <summary>
/// The signing key in the data folder, made at the first start where none is set. Replicas that share the folder agree on it.
/// </summary>
internal static class SigningKeyFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "signing.key";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key of a folder.</summary>
    /// <exception cref="InvalidDataException">The file holds no key, or can be neither read nor made.</exception>
    public static byte[] Open(string folder)
    {
        string path = Path.Combine(folder, Name);
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(folder);
                Create(path);
            }

            return SigningKey.Parse(File.ReadAllText(path)) ?? throw new InvalidDataException(
                $"'{path}' holds no signing key. Delete it, and the next start makes another; tokens and signatures given out before end with it.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"The signing key '{path}' cannot be read or made: {e.Message} Set {ApiOptions.Section}:{nameof(ApiOptions.SigningKey)} (HYBRID__Api__SigningKey) instead.", e);
        }
    }

    // Written beside and moved, so that another process reads a whole key or none; whoever moves first has made the key.
    private static void Create(string path)
    {
        string draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SigningKey.MinBytes)));
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
