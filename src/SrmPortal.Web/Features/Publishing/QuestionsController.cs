using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>The buyer's questionnaire.</summary>
[Route("events/{number}/{no:int}/draft/questions"), Authorize(Roles = Roles.Buyer)]
public sealed class QuestionsController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, KeepDraft keep, KeepDraftText typing, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Questions(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Questions, HttpContext) is { } frame ? View(new DraftPage(frame)) : NotFound();

    [HttpGet("{question:regex(^[[0-9]]{{1,3}}$|^new$)}")]
    public async Task<IActionResult> Question(string number, int no, string question) =>
        await QuestionPage.Read(db, facts, number, no, question, HttpContext) is not { } page ? NotFound()
            : View(page.IsNew ? page.TypedAt(await typing.FillIn(this, page.Frame.Round, DraftText.Question)) : page);

    [HttpPost("{question:regex(^[[0-9]]{{1,3}}$|^new$)}"), ShowAgain(nameof(Question))]
    public Task<IActionResult> Save(string number, int no, string question, QuestionForm form) => question == QuestionPage.New
        ? Done(revise.Add(number, no, DraftText.Question, round =>
            round.ReplaceQuestions([.. InOrder(round), form.Question(round.Questions.Select(one => one.No).DefaultIfEmpty(0).Max() + 1)])), number, no, texts["The question is saved."])
        : Change(number, no, texts["The question is saved."], round =>
        {
            var there = round.Questions.SingleOrDefault(one => one.No == QuestionPage.NoOf(question));
            RuleViolation.ThrowIf(there is null, RoundRules.NoSuchQuestion, question);
            var both = StaleForm.Merge(form, QuestionPage.Of(there!)).Form;
            round.ReplaceQuestions([.. InOrder(round).Select(one => one.No == there!.No ? both.Question(one.No) : one)]);
        });

    /// <summary>A new question is none before its button is pressed; what is typed is kept all the same.</summary>
    [HttpPost("new/kept"), ShowAgain(nameof(Question))]
    public Task<IActionResult> KeepTyped(string number, int no) =>
        typing.Keep(this, (number, no), DraftTab.Questions, DraftText.Question, field => typeof(QuestionForm).GetProperty(field) is not null && field != StaleForm.BasedOn);

    [HttpPost("new/drop"), ShowAgain(nameof(Question))]
    public async Task<IActionResult> DropTyped(string number, int no) =>
        await typing.Drop(number, no, DraftText.Question) ? RedirectToAction(nameof(Question), new { number, no, question = QuestionPage.New }) : NotFound();

    [HttpPost("{question:regex(^[[0-9]]{{1,3}}$)}/kept"), ShowAgain(nameof(Question))]
    public async Task<IActionResult> Keep(string number, int no, string question)
    {
        var form = new QuestionForm();
        await TryUpdateModelAsync(form);
        var place = QuestionPage.NoOf(question);
        return await keep.Keep(this, (number, no), DraftTab.Questions, form,
            round => round.Questions.SingleOrDefault(one => one.No == place) is { } there ? QuestionPage.Of(there) : null,
            (round, typed) => round.ReplaceQuestions([.. InOrder(round).Select(one => one.No == place ? typed.Question(place) : one)]));
    }

    [HttpPost("{question:regex(^[[0-9]]{{1,3}}$)}/remove"), ShowAgain(nameof(Question))]
    public Task<IActionResult> Remove(string number, int no, string question) => Change(number, no, texts["Question {0} is removed.", question], round =>
        round.ReplaceQuestions([.. InOrder(round).Where(one => one.No != QuestionPage.NoOf(question))]));

    private static IEnumerable<RoundQuestion> InOrder(Round round) => round.Questions.OrderBy(one => one.No);

    private Task<IActionResult> Change(string number, int no, string said, Action<Round> change) => Done(revise.Change(number, no, change), number, no, said);

    private async Task<IActionResult> Done(Task<bool> change, string number, int no, string said)
    {
        if (!await change)
        {
            return NotFound();
        }

        this.Say(said);
        return RedirectToAction(nameof(Questions), new { number, no });
    }
}

public class QuestionForm : IDraftForm
{
    public QuestionForm()
    {
    }

    /// <summary>The form as it is shown, with the mark of what it was filled from.</summary>
    protected QuestionForm(QuestionForm now)
    {
        BasedOn = StaleForm.Mark(now);
        Text = now.Text;
        Type = now.Type;
        IsMandatory = now.IsMandatory;
        ItemNumber = now.ItemNumber;
        Options = now.Options;
    }

    public string? BasedOn { get; init; }

    public string? Text { get; init; }

    public QuestionType Type { get; init; }

    public bool IsMandatory { get; init; }

    public string? ItemNumber { get; init; }

    /// <summary>One a line.</summary>
    public string? Options { get; init; }

    public static IEnumerable<SelectListItem> Types => Enum.GetValues<QuestionType>().Select(type => new SelectListItem(EventWords.Of(type), type.ToString()));

    private IEnumerable<string> OptionLines => Type is not QuestionType.OneOfList ? []
        : PlainText.Of(Options).Split('\n').Select(PlainText.Of).Where(line => line.Length > 0).Distinct();

    public RoundQuestion Question(int no) => new(no, PlainText.Of(Text), Type, IsMandatory) { ItemNumber = ItemNumber, Options = [.. OptionLines] };

    public IEnumerable<FormField> Fields() =>
    [
        new(nameof(Text), PlainText.Of(Text)),
        new(nameof(Type), EventWords.Of(Type)),
        new(nameof(IsMandatory), EventWords.Of(IsMandatory)),
        new(nameof(ItemNumber), ItemNumber ?? ""),
        new(nameof(Options), string.Join("; ", OptionLines)),
    ];

    public sealed class Validator : AbstractValidator<QuestionForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Text).MaximumLength(1000).WithMessage(_ => texts["At most {0} characters.", 1000]);
            RuleFor(form => form.Options).MaximumLength(4000).WithMessage(_ => texts["At most {0} characters.", 4000]);
            RuleFor(form => form.ItemNumber).MaximumLength(4).WithMessage(_ => texts["At most {0} characters.", 4]);
        }
    }
}

public sealed class QuestionPage(QuestionForm now) : QuestionForm(now), IDraftPage
{
    public const string New = "new";

    public required DraftFrame Frame { get; init; }

    public required string No { get; init; }

    public bool IsNew => No == New;

    /// <summary>When this reader typed what the form is filled with, and left it without adding it; in UTC.</summary>
    public DateTime? Typed { get; private set; }

    public QuestionPage TypedAt(DateTime? instant)
    {
        Typed = instant;
        return this;
    }

    public IEnumerable<SelectListItem> Items => Frame.Round.ItemsInOrder()
        .Select(item => new SelectListItem($"{item.Number} {item.Name}", item.Number));

    public static int NoOf(string question) => int.Parse(question, System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<QuestionPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, string question, HttpContext http)
    {
        if (await DraftFrame.Read(db, facts, number, no, DraftTab.Questions, http) is not { } frame)
        {
            return null;
        }

        var there = question == New ? null : frame.Round.Questions.SingleOrDefault(one => one.No == NoOf(question));
        if (there is null && question != New)
        {
            return null;
        }

        var now = there is null ? new QuestionForm() : Of(there);
        return new QuestionPage(now)
        {
            Frame = frame,
            No = question,
        };
    }

    public static QuestionForm Of(RoundQuestion question) => new()
    {
        Text = question.Text,
        Type = question.Type,
        IsMandatory = question.IsMandatory,
        ItemNumber = question.ItemNumber,
        Options = string.Join('\n', question.Options),
    };
}
