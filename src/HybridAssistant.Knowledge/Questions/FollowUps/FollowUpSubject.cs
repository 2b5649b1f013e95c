namespace HybridAssistant.Knowledge.Questions.FollowUps;

/// <summary>What a follow-up names by itself.</summary>
/// <param name="NamesProduct">A product or the words of a sheet's name.</param>
/// <param name="NamesAttribute">Something that is asked for, in any words.</param>
/// <param name="NamesLabel">Something that is asked for as sheets print it.</param>
internal readonly record struct FollowUpSubject(bool NamesProduct, bool NamesAttribute, bool NamesLabel);
