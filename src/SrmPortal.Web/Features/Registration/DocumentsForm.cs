using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public sealed class DocumentsForm : StepForm
{
    public List<Row> Documents { get; init; } = [];

    public bool Terms { get; init; }

    public bool PersonalData { get; init; }

    public bool PeopleInformed { get; init; }

    public string? Removed => Do?.Split(':') is ["remove", var token] ? token : null;

    public string? WhereToLook => Do?.Split(':') is ["upload", var kind] ? $"kind-{kind}" : null;

    /// <summary>The texts that stood on the page, each with its edition: <c>Terms:2,PersonalData:1</c>.</summary>
    public string? TextsSeen { get; init; }

    internal bool HasSeen(ConsentText text) => TextsSeen is not { } seen || seen.Split(',').Contains($"{text.Kind}:{text.Edition}");

    public IEnumerable<ConsentKind> Agreed => Enum.GetValues<ConsentKind>().Where(kind => kind switch
    {
        ConsentKind.Terms => Terms,
        ConsentKind.PersonalData => PersonalData,
        _ => PeopleInformed,
    });

    /// <summary>One kind of document.</summary>
    public sealed class Row
    {
        public string? Kind { get; init; }

        public string? Number { get; init; }

        /// <summary>Read by the deed: a date that cannot be read must not lose the files that came with it.</summary>
        public string? ValidUntil { get; init; }

        public List<IFormFile> Files { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<DocumentsForm>
    {
        public Validator(IStringLocalizer<Texts> texts) => RuleForEach(form => form.Documents).ChildRules(document =>
        {
            document.RuleFor(one => one.Kind).Limit(32, texts);
            document.RuleFor(one => one.Number).Limit(100, texts);
            document.RuleFor(one => one.ValidUntil).Limit(40, texts);
        });
    }
}

/// <summary>Its fields are named like those of <see cref="DocumentsForm"/>.</summary>
public sealed record DocumentsPage : StepPage
{
    public override RegistrationStep Current => RegistrationStep.Documents;

    public override RegistrationParts Part => RegistrationParts.Documents;

    public override string? ByEnter => "save";

    public required IReadOnlyList<Row> Documents { get; init; }

    public required ConsentTexts Texts { get; init; }

    public bool Terms => Agreed(ConsentKind.Terms);

    public bool PersonalData => Agreed(ConsentKind.PersonalData);

    public bool PeopleInformed => Agreed(ConsentKind.PeopleInformed);

    /// <summary>The last form was larger than what is even read.</summary>
    public bool WasTooLarge { get; init; }

    /// <summary>Consents that have to be given here; those that were given before a renewal, and still hold, are not.</summary>
    public IReadOnlyList<ConsentKind> AskedConsents => Registration!.CanAgree ? [.. Enum.GetValues<ConsentKind>().Where(Registration.IsAsked)] : [];

    public int Attached => Documents.Sum(row => row.Stored.Count(file => file.Scan is not (ScanState.Infected or ScanState.Waiting)));

    public int Scanned => Documents.Sum(row => row.Stored.Count(file => file.Scan is ScanState.Waiting));

    public IEnumerable<Row> Missing => Documents.Where(row => row.IsNeeded && row.Stored.All(file => file.Scan is ScanState.Infected));

    /// <summary>In bytes, of all files so far.</summary>
    public long Used => Documents.Sum(row => row.Stored.Sum(file => file.Size));

    public string PeopleNamed => string.Join(", ", Registration!.Content.People.Where(person => person.FullName.Length > 0).Select(person => UserAccount.ShortNameOf(person.FullName)));

    public static async Task<DocumentsPage> Read(PortalDbContext db, OwnRegistration own, ConsentTexts texts, SupplierRegistration registration, bool wasTooLarge)
    {
        var keys = registration.Content.Files.Select(file => file.FileId).ToArray();
        var stored = await db.Files.AsNoTracking().Where(f => keys.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        return new DocumentsPage
        {
            Registration = registration,
            Revision = registration.DocumentsRevision,
            Texts = texts,
            WasTooLarge = wasTooLarge,
            Documents =
            [
                .. (await own.Asked(registration)).Select(asked =>
                {
                    var document = registration.Content.DocumentOf(asked.Kind);
                    return new Row(asked, document, DocumentChecks.IsNeeded(asked, registration.Content),
                        [.. document.Files.Where(file => stored.ContainsKey(file.FileId)).Select(file => stored[file.FileId])]);
                }),
            ],
        };
    }

    public string TextsSeen => string.Join(',', AskedConsents.Select(Texts.Of).Select(text => $"{text.Kind}:{text.Edition}"));

    private bool Agreed(ConsentKind kind) => Registration!.HasAgreed(kind, Texts.Editions[kind]);

    /// <summary>One kind of document, with its files.</summary>
    public sealed record Row(DocumentRequirement Asked, RegistrationDocument Document, bool IsNeeded, IReadOnlyList<StoredFile> Stored)
    {
        public string Kind => Asked.Kind;

        public string Number => Document.Number;

        public string ValidUntil => Document.ValidUntil is { } day ? Shown.Date(day) : "";

        public IReadOnlyList<IFormFile> Files => [];
    }
}
