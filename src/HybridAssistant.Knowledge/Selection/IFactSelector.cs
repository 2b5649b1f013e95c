using HybridAssistant.Knowledge.Questions;
using HybridAssistant.Knowledge.Questions.Products;

namespace HybridAssistant.Knowledge.Selection;

/// <summary>Step 3: tells which candidates state what was asked, or that none does.</summary>
public interface IFactSelector
{
    /// <summary>Scores candidates.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="catalog">The products of the sheets that the candidates come from, at least.</param>
    /// <param name="candidates">Facts, in any order; the more of a sheet's facts, the better its products are told apart.</param>
    FactSelection Select(QuestionAnalysis question, ProductCatalog catalog, IReadOnlyList<FactCandidate> candidates);
}
