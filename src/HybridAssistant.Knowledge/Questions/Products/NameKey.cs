namespace HybridAssistant.Knowledge.Questions.Products;

/// <summary>A folded code with the spelling that it came from.</summary>
internal readonly record struct NameKey(string Normalized, string Printed)
{
    /// <summary>Whether the printed code has a joint behind its first letters and digits: a dash, a blank, a change from digit to letter.</summary>
    public bool BreaksAfter(int length)
    {
        int seen = 0;
        for (int i = 0; i < Printed.Length; i++)
        {
            if (!char.IsLetterOrDigit(Printed[i]))
            {
                continue;
            }

            seen++;
            if (seen == length)
            {
                return i + 1 >= Printed.Length || !char.IsLetterOrDigit(Printed[i + 1])
                    || char.IsDigit(Printed[i + 1]) != char.IsDigit(Printed[i]);
            }
        }

        return true;
    }
}
