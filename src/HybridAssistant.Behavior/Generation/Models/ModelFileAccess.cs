namespace HybridAssistant.Behavior.Generation.Models;

/// <summary>Opens model files to read, so that one may be replaced meanwhile, and names faults of the file system as the file's.</summary>
internal static class ModelFileAccess
{
    /// <summary>Opens a file and reads from it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads.</param>
    /// <param name="advice">What to do where there is no such file.</param>
    /// <exception cref="ModelFileException">It is missing, or cannot be read.</exception>
    public static T Read<T>(string path, Func<FileStream, T> read, string advice = "Check its path.")
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
            return read(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFileException(path, ModelFileFault.Missing, $"there is no such file. {advice}", e);
        }
        catch (EndOfStreamException e)
        {
            throw new ModelFileException(path, ModelFileFault.Truncated, "it became shorter while it was read. Try again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException(path, ModelFileFault.Missing, $"it cannot be read ({e.Message}).", e);
        }
    }
}
