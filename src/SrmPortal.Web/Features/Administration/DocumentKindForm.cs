using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>One kind of document as it is typed.</summary>
public sealed class DocumentKindForm
{
    public int Revision { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? NameEn { get; init; }

    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    public bool HasNumber { get; init; }

    public bool HasValidity { get; init; }

    public int? Order { get; init; }

    public bool IsRetired { get; init; }

    public string? Blank { get; init; }

    public string? BlankEn { get; init; }

    public List<Line> Demands { get; init; } = [];

    /// <summary>Lines without a country are not meant.</summary>
    internal DocumentKindContent Content() => new()
    {
        Name = Typed.Line(Name),
        NameEn = Typed.Line(NameEn),
        Hint = Typed.Line(Hint),
        HintEn = Typed.Line(HintEn),
        HasNumber = HasNumber,
        HasValidity = HasValidity,
        Order = Order ?? 0,
        IsRetired = IsRetired,
        Blank = PlainText.Of(Blank),
        BlankEn = PlainText.Of(BlankEn),
        Demands = [.. Demands.Where(line => !string.IsNullOrEmpty(line.Country)).Select(line => (line.Country!, (IReadOnlyList<string>)[.. line.Forms.Distinct()], line.IsMandatory is "true"))],
    };

    /// <summary>Who is asked: a country, legal forms, and whether it must be there.</summary>
    public sealed class Line
    {
        public string? Country { get; init; }

        public List<string> Forms { get; init; } = [];

        public string? IsMandatory { get; init; }
    }

    public sealed class Validator : AbstractValidator<DocumentKindForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).MaximumLength(DocumentKind.LongestName);
            RuleFor(form => form.NameEn).MaximumLength(DocumentKind.LongestName);
            RuleFor(form => form.Hint).MaximumLength(DocumentKind.LongestHint);
            RuleFor(form => form.HintEn).MaximumLength(DocumentKind.LongestHint);
            RuleFor(form => form.Blank).MaximumLength(DocumentKind.LongestBlank);
            RuleFor(form => form.BlankEn).MaximumLength(DocumentKind.LongestBlank);
            RuleFor(form => form.Order).NotNull().InclusiveBetween(0, 10_000);
            RuleForEach(form => form.Demands).ChildRules(line => line.RuleFor(one => one.Country).MaximumLength(3));
        }
    }
}

/// <summary>Its fields are named like those of <see cref="DocumentKindForm"/>.</summary>
public sealed class DocumentKindPage
{
    /// <summary>Null: a new one.</summary>
    public DocumentKind? Kind { get; private init; }

    public int Revision { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    public string NameEn { get; private init; } = "";

    public string Hint { get; private init; } = "";

    public string HintEn { get; private init; } = "";

    public bool HasNumber { get; private init; } = true;

    public bool HasValidity { get; private init; }

    public int? Order { get; private init; }

    public bool IsRetired { get; private init; }

    public string Blank { get; private init; } = "";

    public string BlankEn { get; private init; } = "";

    public IReadOnlyList<Line> Demands { get; private init; } = [];

    public static DocumentKindPage New(int order) => new() { Order = order, Demands = Lines([]) };

    public static DocumentKindPage Of(DocumentKind kind) => new()
    {
        Kind = kind,
        Revision = kind.Revision,
        Code = kind.Code,
        Name = kind.Name,
        NameEn = kind.NameEn,
        Hint = kind.Hint,
        HintEn = kind.HintEn,
        HasNumber = kind.HasNumber,
        HasValidity = kind.HasValidity,
        Order = kind.Order,
        IsRetired = kind.IsRetired,
        Blank = kind.Blank,
        BlankEn = kind.BlankEn,
        Demands = Lines([.. kind.Demands.OrderBy(demand => demand.Id).Select(demand => new Line(demand.Country, demand.Forms, demand.IsMandatory ? "true" : "false"))]),
    };

    public static IEnumerable<SelectListItem> Countries(IStringLocalizer<Texts> texts) =>
    [
        new(texts["Any country"], DocumentDemand.Any), new(texts["Any country but Russia"], "!RU"),
        .. CountryPage.CountryItems(texts["Often chosen"], texts["All countries"]),
    ];

    /// <summary>All forms that there are, Russia's first.</summary>
    public static IEnumerable<SelectListItem> Forms(IStringLocalizer<Registration.Texts> words) =>
        LegalForms.Of(Domain.Reference.Countries.Russia).Union(LegalForms.Of("")).Select(form => new SelectListItem(words.LegalForm(form), form));

    // An empty line to write in, two where there is none yet: more appear when it is saved.
    private static IReadOnlyList<Line> Lines(IReadOnlyList<Line> lines) => [.. lines, new("", [], "true"), .. lines.Count == 0 ? [new Line("", [], "true")] : Array.Empty<Line>()];

    public sealed record Line(string Country, IReadOnlyList<string> Forms, string IsMandatory);
}

/// <summary>All kinds, and what one company would be asked.</summary>
public sealed class DocumentKindsPage
{
    public required IReadOnlyList<DocumentKind> Kinds { get; init; }

    public required string Country { get; init; }

    public required string Form { get; init; }

    public required IReadOnlyList<DocumentRequirement> Asked { get; init; }

    public static async Task<DocumentKindsPage> Read(PortalDbContext db, string? country, string? form)
    {
        var kinds = await db.DocumentKinds.AsNoTracking().OrderBy(k => k.IsRetired).ThenBy(k => k.Order).ThenBy(k => k.Code).ToListAsync();
        var (where, what) = (country is { Length: > 0 } ? country : Domain.Reference.Countries.Russia, form is { Length: > 0 } ? form : LegalForms.Llc);
        return new DocumentKindsPage
        {
            Kinds = kinds,
            Country = where,
            Form = what,
            Asked = [.. kinds.Select(kind => kind.For(where, what)).OfType<DocumentRequirement>()],
        };
    }
}

internal static class DemandWords
{
    /// <summary><c>Россия: ООО, АО — обязателен</c>.</summary>
    public static string Of(IStringLocalizer<Texts> texts, IStringLocalizer<Registration.Texts> words, DocumentDemand demand)
    {
        var country = demand.Country switch
        {
            DocumentDemand.Any => texts["Any country"].Value,
            "!RU" => texts["Any country but Russia"],
            [DocumentDemand.AllBut, .. var but] => texts["Any country but {0}", Countries.Name(but)],
            var one => Countries.Name(one),
        };
        var forms = demand.Forms.Count == 0 ? "" : ": " + string.Join(", ", demand.Forms.Select(form => Short(words.LegalForm(form))));
        return $"{country}{forms} — {(demand.IsMandatory ? texts["required"] : texts["offered"])}";
    }

    /// <summary><c>ООО</c> of «ООО — общество с ограниченной ответственностью».</summary>
    private static string Short(string form) => form.Split(" — ")[0].Split(" (")[0];
}
