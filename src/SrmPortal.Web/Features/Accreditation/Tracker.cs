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

    /// <summary>The check that asks for an answer, if one does: the next step of the status page.</summary>
    public AccreditationCheck? Asking => Case.Checks.FirstOrDefault(check => check.State is CheckState.InformationRequested);

    /// <summary>Null: it was not sent yet.</summary>
    public static async Task<Tracker?> Read(PortalDbContext db, long registrationId)
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
            CategoryNames = codes.Length == 0 ? new Dictionary<string, string>()
                : await db.Categories.AsNoTracking().Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => Language.IsRussian ? c.Name : c.NameEn),
        };
    }
}
