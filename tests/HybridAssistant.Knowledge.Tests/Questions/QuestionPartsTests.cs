using HybridAssistant.Knowledge.Questions;

namespace HybridAssistant.Knowledge.Tests.Questions;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("What is the max. pressure of the KX-200 at 80 °C, and which seal kit fits?",
        "What is the max. pressure of the KX-200 at 80 °C", "and which seal kit fits?")]
    [InlineData("How heavy is the KX-200? And how loud is it?", "How heavy is the KX-200?", "And how loud is it?")]
    [InlineData("weight of the KX-200 and what is its max. flow", "weight of the KX-200", "and what is its max. flow")]
    public void A_message_that_asks_several_things_is_cut(string message, params string[] parts) =>
        Assert.Equal(parts, QuestionParts.Split(message));

    [Theory]
    [InlineData("How heavy are the KX-200 and the KX-250?")]
    [InlineData("How far and how fast does the LA-30 move?")]
    [InlineData("We run hot water and steam. What pressure can the KX-200 take?")]
    [InlineData("Do you send screws along with the bracket, and if so which?")]
    [InlineData("Is the KX-200 delivered with a motor and a coupling guard?")]
    public void One_question_stays_whole(string message) => Assert.Equal([message], QuestionParts.Split(message));
}
