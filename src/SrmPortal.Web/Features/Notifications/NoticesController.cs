using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Mails;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Notifications;

/// <summary>Which notices come by mail at once, which once a day, which not at all.</summary>
[Route("profile/notices"), Authorize(Roles = Roles.Person)]
public sealed class NoticesController(PortalDbContext db, CurrentScope scope, ChooseNotices choose, IOptionsMonitor<PortalSettings> settings, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Notices() => View(await NoticesPage.Read(db, scope.Is, settings.CurrentValue.DigestHour));

    [HttpPost, ShowAgain(nameof(Notices))]
    public async Task<IActionResult> Save(NoticesForm form)
    {
        await choose.Choose(form.Ways);
        this.Say(texts["Saved."], texts["It counts for what comes from now on."]);
        return RedirectToAction(nameof(Notices));
    }
}

public sealed class NoticesForm
{
    /// <summary>By topic; one that binds does not come.</summary>
    public Dictionary<NoticeTopic, NoticeWay> Ways { get; init; } = [];

    public sealed class Validator : AbstractValidator<NoticesForm>
    {
        public Validator() => RuleForEach(form => form.Ways).Must(one => Enum.IsDefined(one.Key) && Enum.IsDefined(one.Value));
    }
}

/// <summary>Keeps how the person wants notices to come.</summary>
public sealed class ChooseNotices(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task Choose(IReadOnlyDictionary<NoticeTopic, NoticeWay> ways) => db.InTransaction(async () =>
    {
        (await db.Accounts.Include(a => a.Notices).SingleAsync(a => a.Id == scope.Is.PersonId)).ChooseNotices(ways);
        return true;
    });
}

/// <summary>The topics that this person gets, with what is chosen. Its fields are named like those of the form.</summary>
public sealed record NoticesPage(string FullName, string UserName, string Email, string Zone, bool HasOwnZone, int Hour)
{
    private static readonly NoticeTopic[] OfStaff = [NoticeTopic.Clarification, NoticeTopic.Work, NoticeTopic.News, NoticeTopic.Account];

    public required IReadOnlyDictionary<NoticeTopic, NoticeWay> Ways { get; init; }

    public required IReadOnlyList<NoticeTopic> Topics { get; init; }

    /// <summary>Why the address counts as undeliverable; null: it does not.</summary>
    public Bounce? CameBack { get; init; }

    public static IReadOnlyList<NoticeTopic> TopicsOf(bool isStaff) =>
        isStaff ? [.. NoticeChoice.Topics.Where(OfStaff.Contains)] : [.. NoticeChoice.Topics.Where(topic => topic is not (NoticeTopic.Work or NoticeTopic.News))];

    public static async Task<NoticesPage> Read(PortalDbContext db, Scope reader, int hour)
    {
        var own = await db.Accounts.AsNoTracking().Include(a => a.Notices).SingleAsync(a => a.Id == reader.PersonId);
        var topics = TopicsOf(reader.IsStaff);
        return new NoticesPage(own.FullName, own.UserName, own.Email, Zones.Exists(own.TimeZone) ? own.TimeZone! : Zones.Moscow, Zones.Exists(own.TimeZone), hour)
        {
            Topics = topics,
            Ways = topics.ToDictionary(topic => topic, own.WayOf),
            CameBack = await db.BounceOf(own.NormalizedEmail),
        };
    }
}
