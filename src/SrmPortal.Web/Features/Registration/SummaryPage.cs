using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Accreditation;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The whole questionnaire as it stands, what blocks it from being sent, and what is unusual about it.</summary>
public sealed record SummaryPage(SupplierRegistration Registration)
{
    public required IReadOnlyList<Category> Categories { get; init; }

    public required IReadOnlyList<DocumentRequirement> Asked { get; init; }

    /// <summary>By step, without the address that has to be confirmed.</summary>
    public required ILookup<RegistrationStep, BrokenRule> Missing { get; init; }

    public required IReadOnlyList<BrokenRule> Doubts { get; init; }

    /// <summary>What will be examined, in its order, in the reader's words.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>Where to go on; null: nothing is missing.</summary>
    public RegistrationStep? FirstMissing => Missing.Count == 0 ? null : Missing.Min(step => step.Key);

    public int Revision => Registration.Revision;

    public RegistrationContent Content => Registration.Content;

    public bool CanSend => Registration.CanSend || Registration.CanSendAgain;

    public bool NeedsCommission => Categories.Any(category => category.NeedsCommission);

    public static async Task<SummaryPage> Read(PortalDbContext db, OwnRegistration own, SupplierRegistration registration, DateTime now)
    {
        var keys = registration.Content.Categories;
        var asked = await own.Asked(registration);
        var blocking = registration.CanSend || registration.CanSendAgain ? registration.WhatBlocksSending(asked, own.Editions, now) : [];
        return new SummaryPage(registration)
        {
            Categories = await db.Categories.AsNoTracking().Where(category => keys.Contains(category.Id)).OrderBy(category => category.Path).ToListAsync(),
            Asked = asked,
            Missing = blocking.Where(rule => rule.Code != RegistrationRules.AddressUnconfirmed).ToLookup(StepOf),
            Checks = registration.CanSend ? [.. (await NeededChecks.Of(db, registration)).Select(check => check.Definition.Title)] : [],
            Doubts = [.. DetailsChecks.Doubts(registration.Content.Details), .. await UnknownBank(db, registration.Content.Details)],
        };
    }

    /// <summary>A BIK that the directory doesn't have, where there is one.</summary>
    private static async Task<IEnumerable<BrokenRule>> UnknownBank(PortalDbContext db, CompanyDetails details) =>
        details.Country == Countries.Russia && Bik.Refusal(details.BankCode) is null
            && await db.Banks.AnyAsync() && !await db.Banks.AnyAsync(bank => bank.Bik == details.BankCode)
            ? [new(IdentifierRules.BikUnknown, nameof(CompanyDetails.BankCode), details.BankCode)] : [];

    /// <summary>The step in which a rule can be mended.</summary>
    public static RegistrationStep StepOf(BrokenRule rule) => StepOf(rule.Field ?? "");

    public static RegistrationStep StepOf(string field) => field switch
    {
        "Country" or nameof(Applicant.LastName) or nameof(Applicant.FirstName) => RegistrationStep.Country,
        "Categories" => RegistrationStep.Products,
        _ when field is "Regions" || field.StartsWith("People", StringComparison.Ordinal) && field != nameof(ConsentKind.PeopleInformed) => RegistrationStep.People,
        _ when field.StartsWith("Documents", StringComparison.Ordinal) || Enum.TryParse<ConsentKind>(field, out _) => RegistrationStep.Documents,
        _ => RegistrationStep.Details,
    };

    /// <summary>Whole districts by their name, the rest by theirs.</summary>
    public (IReadOnlyList<string> WholeDistricts, IReadOnlyList<string> Others) Regions
    {
        get
        {
            var whole = SupplyRegions.Districts.Where(district => district.Regions.All(region => Content.Regions.Contains(region.Code))).ToArray();
            var covered = whole.SelectMany(district => district.Regions).Select(region => region.Code).ToHashSet();
            return ([.. whole.Select(district => district.Code)], [.. Content.Regions.Where(code => !covered.Contains(code)).Select(SupplyRegions.Name)]);
        }
    }
}
