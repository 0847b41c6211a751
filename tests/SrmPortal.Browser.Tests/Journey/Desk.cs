namespace SrmPortal.Browser.Tests.Journey;

/// <summary>Four reviewers, one after another; after each the applicant gets a mail, and sees it on the page of the registration.</summary>
internal sealed class Desk(Story story)
{
    private static readonly (string Mailbox, string Russian, string English)[] Reviewers =
    [
        ("t.semenova", "Комплектность", "Completeness"),
        ("i.markov", "Безопасность", "Security"),
        ("n.belova", "Юридическая проверка", "Legal check"),
        ("o.zimina", "Финансовая проверка", "Financial check"),
    ];

    /// <param name="number">Of the registration, as it is shown.</param>
    public async Task Accredits(string number)
    {
        foreach (var reviewer in Reviewers)
        {
            var isFirst = reviewer == Reviewers[0];
            var comment = story.Say($"Замечаний нет ({reviewer.Mailbox}).", $"No remarks ({reviewer.Mailbox}).");
            await using var colleague = await story.Colleague($"{reviewer.Mailbox}@seversplav.example");
            await Passes(colleague, comment, isFirst);
            colleague.ComplainsOfNothing();
            await IsTold(number, story.Say(reviewer.Russian, reviewer.English), comment, isFirst, isLast: reviewer == Reviewers[^1]);
        }
    }

    private async Task Passes(Visitor me, string comment, bool isFirst)
    {
        await me.Reads(story.Company, story.Company);
        await LooksIf(me, isFirst);
        await me.Follow(story.Company, story.Company);
        await LooksIf(me, isFirst);
        if (isFirst)
        {
            await me.PressInVain("Записать решение", "Record the decision");
            await me.Looks();
        }

        await me.Tick("Outcome", "Passed");
        await me.Type("Comment", comment);
        await me.Press("Записать решение", "Record the decision");
        await LooksIf(me, isFirst);
        if (isFirst)
        {
            await me.Menu("Очередь проверок", "Checks");
            await me.Looks();
        }
    }

    private async Task IsTold(string number, string check, string comment, bool isFirst, bool isLast)
    {
        var mail = await story.Stand.Post.To(story.Contact.Email, isLast
            ? story.Say("все проверки пройдены, компания аккредитована", "all checks passed, the company is accredited")
            : story.Say($"{check}, пройдена", $"{check}, passed"));
        Assert.Contains(number, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(comment, mail.Text, StringComparison.Ordinal);
        if (isFirst || isLast)
        {
            await using var applicant = await story.Somebody();
            await applicant.GoTo(mail.Button);
            await applicant.Reads(comment, comment);
            await applicant.Looks();
            applicant.ComplainsOfNothing();
        }
    }

    private static Task LooksIf(Visitor me, bool isFirst) => isFirst ? me.Looks() : Task.CompletedTask;
}
