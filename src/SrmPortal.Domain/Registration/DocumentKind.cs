using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Registration;

/// <summary>Which companies are asked for a kind of document. The lines of all kinds are the matrix of country and legal form.</summary>
public sealed class DocumentDemand
{
    /// <summary>Stands for any country, and for any legal form.</summary>
    public const string Any = "*";

    public const char AllBut = '!';

    public long Id { get; private set; }

    /// <summary>ISO 3166-1 alpha-2, <see cref="Any"/>, or with a leading <c>!</c> any but this.</summary>
    public string Country { get; init; } = Any;

    /// <summary>Codes of legal forms, split by spaces, or <see cref="Any"/>.</summary>
    public string LegalForms { get; init; } = Any;

    /// <summary>Required; else offered.</summary>
    public bool IsMandatory { get; init; }

    public IReadOnlyList<string> Forms => LegalForms == Any ? [] : LegalForms.Split(' ');

    public bool IsFor(string country, string legalForm) =>
        (Country == Any || Country == country || (Country[0] == AllBut && Country[1..] != country))
        && (LegalForms == Any || Forms.Contains(legalForm));
}

/// <summary>What the administrator enters of a kind of document.</summary>
public sealed record DocumentKindContent
{
    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string Hint { get; init; } = "";

    public string HintEn { get; init; } = "";

    public bool HasNumber { get; init; }

    public bool HasValidity { get; init; }

    /// <summary>Its place in the questionnaire.</summary>
    public int Order { get; init; }

    /// <summary>The blank form's text in both languages; both empty: it has none.</summary>
    public string Blank { get; init; } = "";

    public string BlankEn { get; init; } = "";

    /// <summary>Asked of nobody any more; what was given stays readable.</summary>
    public bool IsRetired { get; init; }

    public IReadOnlyList<(string Country, IReadOnlyList<string> Forms, bool IsMandatory)> Demands { get; init; } = [];
}

/// <summary>A kind of document of the questionnaire's fifth step, and who is asked for it. The administrator keeps them.</summary>
public sealed class DocumentKind : AggregateRoot
{
    public const int LongestName = 200, LongestHint = 400, LongestBlank = 20_000, MostDemands = 20;

    /// <summary>What may stand in a blank form.</summary>
    public static readonly IReadOnlyList<string> BlankPlaces =
    [
        "company", "short-name", "country", "legal-form", "tax-number", "kpp", "registration-number", "address", "phone", "email", "bank", "account",
        "signatory", "position", "basis", "people", "categories", "date",
    ];

    private List<DocumentDemand> _demands = [];

    private DocumentKind()
    {
    }

    /// <param name="code">Latin letters, digits and hyphens; kept for ever, as stored documents name it.</param>
    /// <param name="content">The rest.</param>
    public DocumentKind(string code, DocumentKindContent content)
    {
        RuleViolation.ThrowIfAny([.. IsCode(code) ? Array.Empty<BrokenRule>() : [new(DocumentKindRules.BadCode, nameof(Code))], .. WhatIsWrong(code, content)]);
        Code = code;
        Take(content);
        Changed(new DocumentKindAdded(code, Described()));
    }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string Hint { get; private set; } = "";

    public string HintEn { get; private set; } = "";

    public bool HasNumber { get; private set; }

    public bool HasValidity { get; private set; }

    public int Order { get; private set; }

    public string Blank { get; private set; } = "";

    public string BlankEn { get; private set; } = "";

    public bool IsRetired { get; private set; }

    public IReadOnlyList<DocumentDemand> Demands => _demands;

    public bool HasBlank => Blank.Length > 0;

    public void Change(DocumentKindContent content)
    {
        RuleViolation.ThrowIfAny(WhatIsWrong(Code, content));
        var before = Described();
        Take(content);
        var after = Described();
        if (before != after)
        {
            Changed(new DocumentKindChanged(Code, before, after));
        }
    }

    /// <summary>What a company of this country and legal form is asked; null: nothing. Where several lines fit, one that requires counts.</summary>
    public DocumentRequirement? For(string country, string legalForm)
    {
        DocumentDemand[] demands = [.. _demands.Where(demand => demand.IsFor(country, legalForm))];
        return IsRetired || demands.Length == 0 ? null : new DocumentRequirement
        {
            Id = Id,
            Kind = Code,
            Name = Name,
            NameEn = NameEn,
            Hint = Hint,
            HintEn = HintEn,
            IsMandatory = demands.Any(demand => demand.IsMandatory),
            HasNumber = HasNumber,
            HasValidity = HasValidity,
            Blank = Blank,
            BlankEn = BlankEn,
        };
    }

    private static bool IsCode(string code) => code.Length is >= 2 and <= 32 && code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static IReadOnlyList<BrokenRule> WhatIsWrong(string code, DocumentKindContent content) =>
    [
        .. new[]
        {
            content.Name.Length == 0 ? new BrokenRule(DocumentKindRules.NoName, nameof(Name)) : null,
            content.NameEn.Length == 0 ? new BrokenRule(DocumentKindRules.NoName, nameof(NameEn)) : null,
            content.Hint.Length == 0 == (content.HintEn.Length == 0) ? null : new BrokenRule(DocumentKindRules.OneLanguage, content.Hint.Length == 0 ? nameof(Hint) : nameof(HintEn)),
            content.Blank.Length == 0 == (content.BlankEn.Length == 0) ? null : new BrokenRule(DocumentKindRules.OneLanguage, content.Blank.Length == 0 ? nameof(Blank) : nameof(BlankEn)),
            content.IsRetired && code == DocumentRequirement.PowerOfAttorney ? new BrokenRule(DocumentKindRules.NeverRetired, nameof(IsRetired)) : null,
            content.Demands.Count > MostDemands ? new BrokenRule(DocumentKindRules.TooManyDemands, nameof(Demands), MostDemands) : null,
        }.OfType<BrokenRule>(),
        .. Placeholders.WhatIsWrong(content.Blank, nameof(Blank), BlankPlaces),
        .. Placeholders.WhatIsWrong(content.BlankEn, nameof(BlankEn), BlankPlaces),
        .. content.Demands.SelectMany((demand, i) => WhatIsWrong(demand, i)),
        .. content.Demands.Select((demand, i) => (Key: $"{demand.Country} {string.Join(' ', demand.Forms.Order(StringComparer.Ordinal))}", i)).GroupBy(one => one.Key).Where(same => same.Count() > 1)
            .Select(same => new BrokenRule(DocumentKindRules.DemandTwice, $"Demands[{same.Last().i}].Country", same.First().i + 1)),
    ];

    private static IEnumerable<BrokenRule> WhatIsWrong((string Country, IReadOnlyList<string> Forms, bool IsMandatory) demand, int i)
    {
        var country = demand.Country.TrimStart(DocumentDemand.AllBut);
        if (demand.Country != DocumentDemand.Any && !Countries.All.ContainsKey(country))
        {
            yield return new(DocumentKindRules.UnknownCountry, $"Demands[{i}].Country");
            yield break;
        }

        // For a single country its own forms; for many any that there is.
        var possible = demand.Country == country ? LegalForms.Of(country) : [.. LegalForms.Of(Countries.Russia).Union(LegalForms.Of(""))];
        if (demand.Forms.FirstOrDefault(form => !possible.Contains(form)) is not null)
        {
            yield return new(DocumentKindRules.FormOfOtherCountry, $"Demands[{i}].Forms");
        }
    }

    private void Take(DocumentKindContent content)
    {
        (Name, NameEn, Hint, HintEn) = (content.Name, content.NameEn, content.Hint, content.HintEn);
        (HasNumber, HasValidity, Order, IsRetired) = (content.HasNumber, content.HasValidity, content.Order, content.IsRetired);
        (Blank, BlankEn) = (content.Blank, content.BlankEn);
        var wanted = content.Demands.Select(demand => new DocumentDemand
        {
            Country = demand.Country,
            LegalForms = demand.Forms.Count == 0 ? DocumentDemand.Any : string.Join(' ', demand.Forms),
            IsMandatory = demand.IsMandatory,
        }).ToList();
        // Lines that stay keep their rows.
        _demands = [.. wanted.Select(one => _demands.FirstOrDefault(old => (old.Country, old.LegalForms, old.IsMandatory) == (one.Country, one.LegalForms, one.IsMandatory)) ?? one)];
    }

    /// <summary>All of it in one line, for the record of what was and what is.</summary>
    private string Described() => string.Join("; ", new[]
    {
        $"{Order}. {Name} / {NameEn}", Hint, HintEn, HasNumber ? "number" : "", HasValidity ? "validity" : "", IsRetired ? "retired" : "",
        string.Join(", ", _demands.Select(demand => $"{demand.Country}:{demand.LegalForms}:{(demand.IsMandatory ? "required" : "offered")}")), Blank, BlankEn,
    }.Where(part => part.Length > 0));
}

public sealed record DocumentKindAdded(string Subject, string Content) : DomainEvent(Subject);

public sealed record DocumentKindChanged(string Subject, string Before, string After) : DomainEvent(Subject);

public static class DocumentKindRules
{
    public const string BadCode = "document.bad-code";
    public const string CodeTaken = "document.code-taken";
    public const string NoName = "document.no-name";
    public const string OneLanguage = "document.one-language";
    public const string NeverRetired = "document.never-retired";
    public const string TooManyDemands = "document.too-many-demands";
    public const string DemandTwice = "document.demand-twice";
    public const string UnknownCountry = "document.unknown-country";
    public const string FormOfOtherCountry = "document.form-of-other-country";
}
