using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>
/// Four reviewers, one after another; the first sends the registration back for a document. After each the applicant gets a mail, and sees
/// it on the page of the registration.
/// </summary>
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
            if (isFirst)
            {
                await SendsBack(colleague);
                await Answers();
                await colleague.GoTo("/");
            }

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
            await me.Reads(NewDocument, NewDocument);
            await me.PressInVain("Записать решение", "Record the decision");
            await me.Looks();
            await me.Follow(NewDocument, NewDocument);
            await me.Expect("iframe.doc-frame").ToBeVisibleAsync();
            await me.Looks();
        }

        await LooksUp(me);
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

    // What an applicant has forgotten, and how it comes.
    private const string NewDocument = "charter-2026.pdf";

    private string Question => story.Say("Приложите действующую редакцию устава.", "Attach the charter as it is in force.");

    private async Task SendsBack(Visitor me)
    {
        await me.Follow(story.Company, story.Company);
        await me.Tick("Outcome", "InformationRequested");
        await me.Tick("Parts", "Documents");
        await me.Type("Comment", Question);
        await me.Press("Записать решение", "Record the decision");
        await me.Reads("На доработке", "Waits for the applicant");
    }

    private async Task Answers()
    {
        var mail = await story.Stand.Post.To(story.Contact.Email, story.Say("запрошены сведения", "information requested"));
        Assert.Contains(Question, mail.Text, StringComparison.Ordinal);
        await using var applicant = await story.Somebody();
        await applicant.GoTo(mail.Button);
        await applicant.Reads(Question, Question);
        await applicant.Press("Ответить", "Answer");
        await applicant.Goes(() => Applicant.Choose(applicant, "charter", NewDocument, Given.Pdf));
        await applicant.Press("Сохранить и проверить всё", "Save and check everything");
        await applicant.Press("Отправить ответ", "Send the answer");
        await applicant.Looks();
        applicant.ComplainsOfNothing();
    }

    // Some checks look into registers first.
    private async Task LooksUp(Visitor me)
    {
        var fill = story.Say("Заполнить перечень", "Fill in the list");
        if (await me.Page.GetByRole(AriaRole.Link, new() { Name = fill }).CountAsync() == 0)
        {
            return;
        }

        await me.Follow(fill, fill);
        await me.Looks();
        for (var i = 0; i < await me.Page.Locator(".stop-factor").CountAsync(); i++)
        {
            await me.Choose($"Items[{i}].Result", "Clear");
            await me.Type(($"Items[{i}].CheckedOn", story.Today), ($"Items[{i}].Evidence", story.Say("Записей нет", "No entry")));
        }

        await me.Press("Сохранить перечень", "Save the list");
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
