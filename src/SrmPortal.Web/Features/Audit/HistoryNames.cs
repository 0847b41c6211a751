using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Audit;

/// <summary>What the people, companies and applications are called that a page of records names by their keys.</summary>
public sealed class HistoryNames
{
    private readonly Dictionary<long, string> _people, _companies, _registrations;
    private readonly Dictionary<string, string> _subjects;

    private HistoryNames(Dictionary<long, string> people, Dictionary<long, string> companies, Dictionary<long, string> registrations, Dictionary<string, string> subjects) =>
        (_people, _companies, _registrations, _subjects) = (people, companies, registrations, subjects);

    public static async Task<HistoryNames> Of(PortalDbContext db, IReadOnlyCollection<(AuditRecord Record, JsonElement Details)> rows)
    {
        var named = rows.SelectMany(row => HistorySentences.Named(row.Record.Action, row.Details)).ToLookup(one => one.IsCompany, one => one.Id);
        string[] subjects = [.. rows.Select(row => row.Record.Subject).Distinct()];
        long[] people = [.. rows.Select(row => row.Record.PersonId).OfType<long>().Concat(named[false]).Distinct()];
        long[] companies = [.. rows.Select(row => row.Record.ActingFor).OfType<long>().Concat(named[true]).Distinct()];
        long[] registrations = [.. rows.Where(row => row.Record.Actor is Actor.Applicant).Select(row => row.Record.RegistrationId).OfType<long>().Distinct()];
        var accounts = await db.Accounts.AsNoTracking().Where(a => people.Contains(a.Id) || subjects.Contains(a.UserName)).Select(a => new { a.Id, a.UserName, a.FullName }).ToListAsync();
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => companies.Contains(s.Id) || subjects.Contains(s.Number)).Select(s => new { s.Id, s.Number, s.Name }).ToListAsync();
        // Of the questionnaires the number alone; one that was never sent has none, and isn't there for the auditor.
        var applications = registrations.Length == 0 ? [] : (await db.Registrations.AsNoTracking().Where(r => registrations.Contains(r.Id) && r.Number != null)
            .Select(r => new { r.Id, r.Number }).ToListAsync()).ToDictionary(r => r.Id, r => AccreditationCase.Shown(r.Number!));
        var called = accounts.Select(a => (a.UserName, Name: $"{a.FullName} ({a.UserName})")).Concat(suppliers.Select(s => (s.Number, s.Name)));
        return new HistoryNames(
            accounts.ToDictionary(a => a.Id, a => a.FullName), suppliers.ToDictionary(s => s.Id, s => s.Name), applications,
            called.ToDictionary(one => one.Item1, one => one.Name, StringComparer.Ordinal));
    }

    /// <summary>A person or a company; one that is no longer known is told by its key.</summary>
    public string Name(bool isCompany, long id) => (isCompany ? _companies : _people).GetValueOrDefault(id) ?? $"№ {id}";

    public string Subject(string subject) => _subjects.GetValueOrDefault(subject, subject);

    public string? Company(long? id) => id is { } key ? Name(true, key) : null;

    public string? Who(AuditRecord record) => record.PersonId is { } person ? Name(false, person) : record.RegistrationId is { } application ? _registrations.GetValueOrDefault(application) : null;
}
