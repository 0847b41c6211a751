using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The course of a case as its applicant or supplier sees it: <c>/Features/Accreditation/_Checks.cshtml</c>. Notes of the desk are not in it.</summary>
public sealed class Tracker
{
    public const string View = "/Features/Accreditation/_Checks.cshtml";

    public required AccreditationCase Case { get; init; }

    /// <summary>By the category's code.</summary>
    public required IReadOnlyDictionary<string, string> CategoryNames { get; init; }

    /// <summary>Of the mailed link by which the page was opened; null: this browser knows the registration.</summary>
    public string? Token { get; init; }

    public DateTime Now { get; init; }

    /// <summary>Where a meeting of the commission can be chosen.</summary>
    public string MeetingAddress => Token is null ? "~/registration/meeting" : $"~/registration/status/{Token}/meeting";

    /// <summary>The check whose meeting the applicant may choose now; null: there is none.</summary>
    public AccreditationCheck? Choosing => Case.Checks.FirstOrDefault(check => Case.CanChooseSlot(check, Now));

    /// <summary>Null: it was not sent yet.</summary>
    public static async Task<Tracker?> Read(PortalDbContext db, long registrationId, string? token, DateTime now)
    {
        var accreditation = await db.AccreditationCases.AsNoTracking().Include(c => c.Checks).Include(c => c.Decisions).AsSingleQuery()
            .SingleOrDefaultAsync(c => c.RegistrationId == registrationId);
        if (accreditation is null)
        {
            return null;
        }

        string[] codes = [.. accreditation.Checks.Select(check => check.CategoryCode).OfType<string>()];
        return new Tracker
        {
            Case = accreditation,
            Token = token,
            Now = now,
            CategoryNames = codes.Length == 0 ? new Dictionary<string, string>()
                : await db.Categories.AsNoTracking().Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => Language.IsRussian ? c.Name : c.NameEn),
        };
    }
}
