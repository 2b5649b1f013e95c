using HybridAssistant.Documents.Revisions;

namespace HybridAssistant.Documents.Tests.Revisions;

public sealed class RevisionFinderTests
{
    [Theory]
    [InlineData("HV-1001 Rev. A  |  March 2022", "A", "2022-03-01")]
    [InlineData("Doc. no. HV-4022 – Rev. C – 2023-05-22 – Kv and torque corrected", "C", "2023-05-22")]
    [InlineData("Document HV-2037 | Revision D | 2025-02-10 | replaces Revision C of 2023-07-04", "D", "2025-02-10")]
    [InlineData("Document: HV-5530. Revision: A. Date: 14 November 2022.", "A", "2022-11-14")]
    [InlineData("Doc. no. 4711 Issue 3", "3", null)]
    [InlineData("File Name:LRS-350-SPEC 2018-08-16", null, "2018-08-16")]
    [InlineData("Version 1, 14 July 2021", "1", "2021-07-14")]
    [InlineData("www.fluxlight.com Revision: 20.06", "20.06", null)]
    [InlineData("Stand: Mai 2023", null, "2023-05-01")]
    [InlineData("Ausgabe 04 / 12.06.2023", "04", "2023-06-12")]
    [InlineData("02 Oct 2018 51W-25690-3", null, "2018-10-02")]
    [InlineData("2024-05", null, "2024-05-01")]
    [InlineData("Rev. 05/2021", null, "2021-05-01")]
    public void Finds_mark_and_date(string line, string? mark, string? date)
    {
        SheetRevision revision = RevisionFinder.Find(["KX Series", "Max. pressure 16 bar", line]);

        Assert.Equal(mark, revision.Mark);
        Assert.Equal(date, revision.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Takes_the_latest_row_of_a_revision_block()
    {
        SheetRevision revision = RevisionFinder.Find(
        [
            "Revision history",
            "Doc. no. Rev. Date Change",
            "HV-3100 A 2021-09-01 First issue",
            "with two corrections of the text",
            "HV-3100 B 2024-02-20 Current corrected",
        ]);

        Assert.Equal(new SheetRevision("B", new DateOnly(2024, 2, 20)), revision);
    }

    [Theory]
    [InlineData("GM3 with rev'ed up RM2 motor")]
    [InlineData("EU RoHS Compliance Date (yyyy-mm-dd): 2004-01-01")]
    [InlineData("© 2010 Cooper Bussmann")]
    [InlineData("1000 rev/min, 3 revolutions")]
    [InlineData("except for deviations pursuant to Laser Notice No. 50, dated (June 24, 2007).")]
    public void Takes_nothing_else_for_a_revision(string line)
    {
        Assert.Equal(SheetRevision.None, RevisionFinder.Find([line]));
    }
}
