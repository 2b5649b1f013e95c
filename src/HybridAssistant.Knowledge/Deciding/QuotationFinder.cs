using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Quantities;
using HybridAssistant.Core.Sheets;
using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Words;
using HybridAssistant.Knowledge.Retrieval;

namespace HybridAssistant.Knowledge.Deciding;

/// <summary>Finds a sentence of running text that states what no table states.</summary>
internal sealed class QuotationFinder(DecidingOptions options)
{
    private const int MaxPassages = 12;
    private const int MaxSentence = 320;
    private const int MinWords = 4;
    private const double MinCoverage = 0.5;

    /// <summary>The best sentence; null where none comes near.</summary>
    public Quotation? Find(QuestionAnalysis question, RetrievalResult retrieval)
    {
        if (retrieval.Documents.IsEmpty)
        {
            return null;
        }

        Quotation? best = null;
        foreach (PassageCandidate candidate in retrieval.Passages.Where(p => p.Entry.Document == retrieval.Documents[0]).Take(MaxPassages))
        {
            Passage passage = candidate.Entry.Passage!;
            foreach (string sentence in SentenceSplitter.Split(passage.Text).Where(s => s.Length <= MaxSentence && IsStatement(s)))
            {
                double coverage = Coverage(question, sentence, candidate.Entry.Title);
                if (coverage >= MinCoverage && (candidate.Cosine ?? 1) >= options.MinQuoteCosine && coverage > (best?.Confidence ?? 0)
                    && StatesAskedKind(question, sentence))
                {
                    var evidence = new Evidence { Passage = passage, Quote = sentence, Title = candidate.Entry.Title, Revision = candidate.Entry.Revision };
                    best = new Quotation(evidence, Math.Min(0.9, coverage));
                }
            }
        }

        return best;
    }

    // A heading or a footnote's mark is no sentence.
    private static bool IsStatement(string sentence) =>
        char.IsLetterOrDigit(sentence[0]) && !(sentence.Length > 1 && sentence[1] == ')') && sentence.AsSpan().Count(' ') >= MinWords - 1;

    // A question for a speed is not answered by a sentence that states none.
    private static bool StatesAskedKind(QuestionAnalysis question, string sentence) =>
        question.AskedKinds.IsEmpty
        || QuantityFinder.Default.FindQuantities(sentence).Any(q => question.AskedKinds.Contains(q.Value.Kind));

    // How much of what is asked, the sheet's own name aside, is in the sentence.
    private static double Coverage(QuestionAnalysis question, string sentence, string title)
    {
        HashSet<string> stems = [.. WordSplitter.Split(sentence).Select(w => w.Stem)];
        HashSet<string> names = [.. WordSplitter.Split(title).Where(w => !StopWords.Contains(w)).Select(w => w.Stem)];
        string[] asked = [.. question.ContentStems.Where(s => !names.Contains(s))];
        int found = asked.Count(s => stems.Contains(s));
        return asked.Length == 0 ? 0 : (double)found / asked.Length;
    }
}
