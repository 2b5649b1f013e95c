using System.Collections.Immutable;
using HybridAssistant.Core.Answers;
using HybridAssistant.Core.Questions;
using HybridAssistant.Knowledge.Questions.Kinds;
using HybridAssistant.Knowledge.Questions.Lexicon;
using HybridAssistant.Knowledge.Questions.Products;
using HybridAssistant.Knowledge.Questions.Words;

namespace HybridAssistant.Knowledge.Questions;

/// <summary>What a question asks, as far as its words tell: the outcome of step 1.</summary>
public sealed record QuestionAnalysis
{
    /// <summary>The question as asked.</summary>
    public required Question Question { get; init; }

    /// <summary>The question that stands by itself: a follow-up with what it leaves out taken from the turns before.</summary>
    public required string Text { get; init; }

    /// <summary>Why it is refused without looking at any sheet; <see cref="NoAnswerReason.None"/> otherwise.</summary>
    public NoAnswerReason Refusal { get; init; }

    /// <summary>The form, which deciding and wording follow.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>The end of a range that is asked for.</summary>
    public Extremum Extremum { get; init; }

    /// <summary>Codes in the question.</summary>
    public ImmutableArray<ProductMention> Mentions { get; init; } = [];

    /// <summary>The unit in which the value is wanted, canonical; empty where none is named.</summary>
    public string AskedUnit { get; init; } = "";

    /// <summary>Quantity kinds that the value may have; empty where the words do not tell.</summary>
    public ImmutableArray<string> AskedKinds { get; init; } = [];

    internal ImmutableArray<Word> Words { get; init; } = [];

    internal ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>The kinds of product that it names, outside the codes.</summary>
    internal ImmutableArray<KindMention> Kinds { get; init; } = [];

    /// <summary>The sheets of the kind that it names instead of a model, as retrieval found them; empty where it names none.</summary>
    internal ImmutableArray<string> OfKind { get; init; } = [];

    internal ImmutableArray<AttributeMatch> Attributes { get; init; } = [];

    /// <summary>Stems that carry meaning, in order, each once.</summary>
    internal ImmutableArray<string> ContentStems { get; init; } = [];

    /// <summary>Products whose code the question names, exactly or as a series.</summary>
    internal ImmutableArray<CatalogProduct> NamedProducts { get; init; } = [];
}
