using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>The people of the company: all of them see who there is, the master user adds, changes, blocks.</summary>
[Route("company/people"), Authorize(Roles = Roles.Supplier)]
public sealed class ColleaguesController(PortalDbContext db, CurrentScope scope, CompanyPeople people, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> People(string? q, string? state, string? role) =>
        View(await PeoplePage.Read(db, scope.Is, new PeopleFilter(q, state, role), HttpContext.Instant()));

    [HttpGet("add"), Authorize(Roles = Roles.MasterUser)]
    public IActionResult Add() => View(new PersonPage { Language = Language.Current, IsContactPerson = true, MaySubmit = true, IsOursAlone = true });

    [HttpPost("add"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(Add))]
    public async Task<IActionResult> Create(PersonForm form)
    {
        var person = await people.Add(form, HttpContext.Instant());
        this.Say(texts["{0} is added.", form.FullName!], person.State is MembershipState.PendingAcceptance
            ? texts["This address has an account already: its holder is asked by mail to agree."]
            : texts["User name and activation link go to {0}; the link works for 7 days, once.", form.Email!]);
        return RedirectToAction(nameof(People));
    }

    [HttpGet("{code}"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> Edit(string code) => await PersonPage.Read(db, people, scope.Is, code) is { } page ? View(page) : NotFound();

    [HttpPost("{code}"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(Edit))]
    public async Task<IActionResult> Save(string code, PersonForm form)
    {
        var person = await people.Change(code, form, HttpContext.Instant());
        var waits = person?.Account.NewEmail is { } email && email == form.Email?.Trim();
        return Done(person, texts["Saved."], waits ? texts["A link is on its way to {0}; the address counts when it is confirmed there.", form.Email!.Trim()].Value : null);
    }

    [HttpGet("{code}/activity"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> Activity(string code, int page = 1) => await ActivityPage.Read(db, scope.Is, code, page) is { } shown ? View(shown) : NotFound();

    [HttpGet("{code}/block"), Authorize(Roles = Roles.MasterUser)]
    public async Task<IActionResult> AskBlock(string code) => await PersonPage.Read(db, people, scope.Is, code) is { } page ? View(page) : NotFound();

    [HttpPost("{code}/block"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(AskBlock))]
    public async Task<IActionResult> Block(string code)
    {
        var person = await people.Block(code);
        return Done(person, texts["{0} is blocked.", person?.Account.ShortName ?? ""], texts["That counts from the next step on, also where the person is signed in just now."]);
    }

    [HttpPost("{code}/unblock"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(People))]
    public async Task<IActionResult> Unblock(string code)
    {
        var person = await people.Unblock(code, HttpContext.Instant());
        return Done(person, texts["{0} can work for the company again.", person?.Account.ShortName ?? ""], null);
    }

    [HttpPost("{code}/access"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(People))]
    public async Task<IActionResult> SendAgain(string code)
    {
        var person = await people.SendAgain(code, HttpContext.Instant());
        return Done(person, texts["The mail is sent again."], texts["It goes to {0}; earlier links do not work any more.", person?.Account.Email ?? ""]);
    }

    [HttpPost("{code}/reset"), Authorize(Roles = Roles.MasterUser), ShowAgain(nameof(People))]
    public async Task<IActionResult> Reset(string code)
    {
        var person = await people.StartReset(code, HttpContext.Instant());
        return Done(person, texts["The link for a new password is sent."],
            texts["{0} gets it at {1}; it works for 1 hour, once.", person?.Account.ShortName ?? "", person?.Account.Email ?? ""]);
    }

    private IActionResult Done(Membership? person, string bold, string? text)
    {
        if (person is null)
        {
            return NotFound();
        }

        this.Say(bold, text);
        return RedirectToAction(nameof(People));
    }
}
