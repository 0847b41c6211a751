using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A page of the draft: all of them stand in one frame.</summary>
public interface IDraftPage
{
    DraftFrame Frame { get; }
}

public enum DraftTab { Basics, Items, Questions, Documents, Suppliers, Publish }

/// <summary>What stands around each part of a draft: the band, the tabs, the check-list.</summary>
public sealed class DraftFrame
{
    public required Round Round { get; init; }

    public required PublishingFacts Facts { get; init; }

    public required string Site { get; init; }

    public required string City { get; init; }

    public required DraftTab Tab { get; init; }

    public required int Documents { get; init; }

    /// <summary>Somebody of the event's team.</summary>
    public required bool IsTeam { get; init; }

    /// <summary>Whether this reader may change it, while it is a draft.</summary>
    public bool MayChange => IsTeam && Round.CanBeRevised;

    /// <summary>It waits for its approver: it can't be deleted then, but cancelled.</summary>
    public bool MayCancel => IsTeam && Round.State is RoundState.PendingApproval;

    public string Number => Round.Event.Number;

    public int No => Round.No;

    public string Path => $"/events/{Number}/{No}/draft";

    /// <summary>Where items go that come many at a time.</summary>
    public ItemsPlace ItemsPlace => new(Path, Round.Items, Round.ComparisonCurrency, MayChange) { MayReplace = true };

    public IReadOnlyList<CheckedPart> CheckList => field ??= Round.CheckList(Facts);

    public int Done => CheckList.Count(part => part.IsDone);

    public int Faults => CheckList.Sum(part => part.Broken.Count);

    public bool NeedsApproval => Round.NeedsApproval(Facts.Policy);

    /// <summary>Null: there is no such round for this reader.</summary>
    public static async Task<DraftFrame?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, DraftTab tab, HttpContext http)
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no);
        if (round is null)
        {
            return null;
        }

        var person = http.RequestServices.GetRequiredService<CurrentScope>().Is.PersonId;
        var site = await db.Sites.Where(s => s.Id == round.SiteId).Select(s => new
        {
            s.Name,
            s.NameEn,
            s.City,
            s.CityEn,
            Documents = db.RoundDocuments.Count(d => d.RoundId == round.Id && d.Folder == DocumentFolder.Customer),
        }).SingleAsync();
        return new DraftFrame
        {
            Round = round,
            Facts = await facts.Of(round, http.Instant()),
            Site = EventWords.Say(site.NameEn, site.Name),
            City = EventWords.Say(site.CityEn, site.City),
            Tab = tab,
            Documents = site.Documents,
            IsTeam = person is { } account && round.Event.IsRunBy(account),
        };
    }

    /// <summary>Where what is missing can be put right.</summary>
    public string AddressOf(PublishingCheck check, string? fieldName)
    {
        var (part, rest) = check switch
        {
            PublishingCheck.Items when fieldName is { } name && name.EndsWith("].Quantity", StringComparison.Ordinal) => ("/items", Anchor(name)),
            PublishingCheck.Items when Between(fieldName) is { } item => ($"/items/{item}", LastOf(fieldName!)),
            PublishingCheck.Items => ("/items", ""),
            PublishingCheck.Lots => ("/lots", fieldName is { } lot && lot.StartsWith("Lots[", StringComparison.Ordinal) ? Anchor(lot) : ""),
            PublishingCheck.Questions when Between(fieldName) is { } question => ($"/questions/{question}", LastOf(fieldName!)),
            PublishingCheck.Suppliers or PublishingCheck.Earlier when fieldName == "Suppliers" => ("/suppliers", ""),
            _ => ("", fieldName is null ? "" : Anchor(fieldName)),
        };
        return Path + part + rest;
    }

    private static string Anchor(string fieldName) => "#" + Common.FieldValue.IdOf(fieldName);

    private static string LastOf(string fieldName) => "#" + fieldName[(fieldName.LastIndexOf('.') + 1)..];

    private static string? Between(string? fieldName) =>
        fieldName?.IndexOf('[', StringComparison.Ordinal) is > 0 and var open ? fieldName[(open + 1)..fieldName.IndexOf(']', StringComparison.Ordinal)] : null;
}
