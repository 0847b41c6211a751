using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>Writes the administrator's lists of checks and stop-factors; each change is recorded with what stood there before.</summary>
public sealed class KeepChecks(PortalDbContext db) : IDeed
{
    private const string Everywhere = CheckDefinition.Any;

    /// <param name="code">Of the check; null: a new one.</param>
    /// <param name="form">As it is to be.</param>
    /// <returns>False: there is no such check.</returns>
    public Task<bool> Check(string? code, CheckForm form) => db.InTransaction(async () =>
    {
        var all = await db.CheckDefinitions.ToListAsync();
        var before = all.SingleOrDefault(one => one.Code == code);
        if (before is null && code is not null)
        {
            return false;
        }

        RefuseStale(before is null ? null : StampOf(before), form.Stamp, nameof(CheckForm.Stamp));
        var after = Definition(before, form, all.Select(one => one.Id).DefaultIfEmpty().Max() + 1);
        var named = after.CategoryCodes;
        var known = await db.Categories.Where(c => named.Contains(c.Code)).Select(c => c.Code).ToListAsync();
        RuleViolation.ThrowIfAny(after.WhatIsWrong([.. all.Where(one => one != before)], known));
        var (old, young) = (before is null ? "" : Said(before), Said(after));
        if (old == young)
        {
            return true;
        }

        Put(before, after);
        db.Record(new CheckDefinitionChanged(after.Code, old, young));
        return true;
    });

    /// <param name="id">Of the stop-factor; null: a new one.</param>
    /// <param name="form">As it is to be.</param>
    /// <returns>False: there is no such stop-factor.</returns>
    public Task<bool> StopFactor(int? id, StopFactorForm form) => db.InTransaction(async () =>
    {
        var before = id is null ? null : await db.StopFactors.SingleOrDefaultAsync(one => one.Id == id);
        if (before is null && id is not null)
        {
            return false;
        }

        RefuseStale(before is null ? null : StampOf(before), form.Stamp, nameof(StopFactorForm.Stamp));
        var last = await db.StopFactors.MaxAsync(one => (int?)one.Id) ?? 0;
        var after = new StopFactor
        {
            Id = before?.Id ?? last + 1,
            CheckCode = form.CheckCode ?? "",
            Order = form.Order ?? 0,
            Name = Line(form.Name),
            NameEn = Line(form.NameEn),
            Countries = Codes(form.Countries) is { Length: > 0 } countries ? countries.ToUpperInvariant() : Everywhere,
            Link = Line(form.Link),
            IsActive = form.IsActive,
        };
        RuleViolation.ThrowIfAny(after.WhatIsWrong(await db.CheckDefinitions.Select(one => one.Code).ToListAsync()));
        var (old, young) = (before is null ? "" : Said(before), Said(after));
        if (old != young)
        {
            Put(before, after);
            db.Record(new StopFactorChanged(after.NameEn, old, young));
        }

        return true;
    });

    /// <summary>Changes with whatever is said of it; a form carries that of what it was filled from.</summary>
    public static string StampOf(CheckDefinition one) => Stamp(Said(one));

    public static string StampOf(StopFactor one) => Stamp(Said(one));

    private static string Stamp(string said) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 8));

    private static void RefuseStale(string? now, string? filledFrom, string field) =>
        RuleViolation.ThrowIfAny(now is null || now == filledFrom ? [] : [new BrokenRule(SharedRules.ChangedMeanwhile, field, now)]);

    private static CheckDefinition Definition(CheckDefinition? before, CheckForm form, int next) => new()
    {
        Id = before?.Id ?? next,
        Code = before?.Code ?? Line(form.Code),
        Name = Line(form.Name),
        NameEn = Line(form.NameEn),
        Department = Line(form.Department),
        DepartmentEn = Line(form.DepartmentEn),
        Order = form.Order ?? 0,
        NormDays = form.NormDays ?? 0,
        Parts = form.Parts.Aggregate(RegistrationParts.None, (parts, one) => parts | one) & RegistrationParts.All,
        Countries = Codes(form.Countries) is { Length: > 0 } countries ? countries.ToUpperInvariant() : Everywhere,
        Categories = Codes(form.Categories),
        IsCommission = form.IsCommission,
        HasMeeting = form.HasMeeting,
        InRenewal = form.InRenewal,
        IsActive = form.IsActive,
    };

    private void Put(object? before, object after)
    {
        if (before is null)
        {
            db.Add(after);
        }
        else
        {
            db.Entry(before).CurrentValues.SetValues(after);
        }
    }

    private static string Said(CheckDefinition one) => string.Join("; ", $"{one.Order}", one.Name, one.NameEn, one.Department, one.DepartmentEn, $"{one.NormDays} d", $"{one.Parts}", one.Countries,
        one.Categories, one.IsCommission ? "commission" : "", one.HasMeeting ? "meeting" : "", one.InRenewal ? "renewal" : "", one.IsActive ? "" : "off");

    private static string Said(StopFactor one) => string.Join("; ", one.CheckCode, $"{one.Order}", one.Name, one.NameEn, one.Countries, one.Link, one.IsActive ? "" : "off");

    private static string Line(string? typed) => string.Join(' ', (typed ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Codes(string? typed) => string.Join(' ', (typed ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase));
}
