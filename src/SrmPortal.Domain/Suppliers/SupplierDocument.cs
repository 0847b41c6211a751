using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers;

/// <summary>A document or certificate of a supplier, with its files.</summary>
public sealed class SupplierDocument
{
    private SupplierDocument()
    {
    }

    public SupplierDocument(string kind, string number, DateOnly? validUntil, IEnumerable<DocumentFile> files, DateTime now) =>
        (Kind, Number, ValidUntil, Files, TakenAt) = (kind, number, validUntil, [.. files], now);

    public long Id { get; private set; }

    public long SupplierId { get; private set; }

    /// <summary>A code of the list of documents: <c>charter</c>.</summary>
    public string Kind { get; private set; } = "";

    public string Number { get; private set; } = "";

    /// <summary>Its last day; null: it does not end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public IReadOnlyList<DocumentFile> Files { get; private set; } = [];

    /// <summary>Since when the supplier has it here, in UTC.</summary>
    public DateTime TakenAt { get; private set; }
}
