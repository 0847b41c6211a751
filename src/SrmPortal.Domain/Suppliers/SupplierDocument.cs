using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers;

/// <summary>A document or certificate of a supplier, with its files.</summary>
public sealed class SupplierDocument
{
    public const int LongestNumber = 100;

    private SupplierDocument()
    {
    }

    public SupplierDocument(string kind, string number, DateOnly? validUntil, IEnumerable<DocumentFile> files, DateTime now) =>
        (Kind, Number, ValidUntil, Files, TakenAt) = (kind, number, validUntil, [.. files], now);

    public long Id { get; private set; }

    public long SupplierId { get; private set; }

    /// <summary>Ten random characters, by which pages name it.</summary>
    public string Code { get; private set; } = RandomNumbers.Code();

    /// <summary>A code of the list of documents: <c>charter</c>.</summary>
    public string Kind { get; private set; } = "";

    public string Number { get; private set; } = "";

    /// <summary>Its last day; null: it does not end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public IReadOnlyList<DocumentFile> Files { get; private set; } = [];

    /// <summary>Since when the supplier has it here, in UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>Days before its end at which it was told last; 0: not yet; -1: told that it has ended.</summary>
    public int ValidityTold { get; private set; }

    /// <summary>What was given with a questionnaire.</summary>
    public static IEnumerable<SupplierDocument> AllOf(RegistrationContent content, DateTime now) =>
        content.Documents.Select(document => new SupplierDocument(document.Kind, document.Number, document.ValidUntil, document.Files, now));

    internal bool Watch(DateOnly today)
    {
        var due = ValidUntil is { } until ? Validity.Due(Validity.DaysLeft(until, today), ValidityTold) : null;
        ValidityTold = due ?? ValidityTold;
        return due is not null;
    }
}
