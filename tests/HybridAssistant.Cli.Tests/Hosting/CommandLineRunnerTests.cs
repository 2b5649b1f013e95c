using System.CommandLine;
using HybridAssistant.Cli.Hosting;
using HybridAssistant.Ingestion;
using HybridAssistant.Knowledge.Indexing;
using HybridAssistant.Records;
using Microsoft.Extensions.Options;

namespace HybridAssistant.Cli.Tests.Hosting;

public sealed class CommandLineRunnerTests
{
    public static TheoryData<Exception, int> Failures => new()
    {
        { new BadInputException("bad"), ExitCode.Usage },
        { new IngestionPathException("p", "no PDF in 'p'"), ExitCode.Usage },
        { new OptionsValidationException("o", typeof(object), ["o is wrong"]), ExitCode.Usage },
        { new AggregateException(new OptionsValidationException("o", typeof(object), ["o is wrong"])), ExitCode.Usage },
        { new KnowledgeIndexException("damaged"), ExitCode.Failed },
        { new IOException("disk full"), ExitCode.Failed },
        { new RecordFileException("Feedback:Path", "feedback.db", isWriting: false, new IOException("no such device")), ExitCode.Failed },
        { new OperationCanceledException(), ExitCode.Failed },
        { new ArgumentNullException("sheet"), ExitCode.Failed },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_failure_becomes_an_exit_code(Exception failure, int expected)
    {
        var root = new RootCommand();
        root.SetAction((_, _) => Task.FromException<int>(failure));

        Assert.Equal(expected, await CommandLineRunner.RunAsync(root, []));
    }
}
