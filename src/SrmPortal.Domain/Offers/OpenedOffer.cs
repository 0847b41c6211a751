namespace SrmPortal.Domain.Offers;

/// <summary>One item's price and quantity, as a row. There is none before the round is opened, and only the opening writes any.</summary>
public sealed class OfferLine
{
    private OfferLine()
    {
    }

    public OfferLine(Offer offer, OfferEntry entry, Vat? vat)
    {
        (Offer, RoundId, SupplierId, ItemNumber) = (offer, offer.Round.Id, offer.SupplierId, entry.ItemNumber);
        (Quantity, UnitPrice) = (entry.Quantity!.Value, entry.UnitPrice!.Value);
        (VatCategory, VatPercent) = (vat?.Category, vat?.Percent);
        (DeliveryDate, Substitute, Comment) = (entry.DeliveryDate, entry.Substitute, entry.Comment);
    }

    public Offer Offer { get; private set; } = null!;

    public long OfferId { get; private set; }

    public long RoundId { get; private set; }

    public long SupplierId { get; private set; }

    public string ItemNumber { get; private set; } = "";

    public decimal Quantity { get; private set; }

    /// <summary>Without VAT, for the item's price unit.</summary>
    public decimal UnitPrice { get; private set; }

    public string? VatCategory { get; private set; }

    /// <summary>Null where no VAT is charged.</summary>
    public decimal? VatPercent { get; private set; }

    public DateOnly? DeliveryDate { get; private set; }

    /// <summary>What is offered instead of what is asked; empty: as asked.</summary>
    public string Substitute { get; private set; } = "";

    public string Comment { get; private set; } = "";
}

/// <summary>The terms of an offer, as a row. There is none before the round is opened, and only the opening writes any.</summary>
public sealed class OpenedOffer
{
    private OpenedOffer()
    {
    }

    public OpenedOffer(Offer offer, OfferContent content)
    {
        (Offer, RoundId, SupplierId) = (offer, offer.Round.Id, offer.SupplierId);
        (Currency, Comment, PaymentTerms, ValidUntil) = (content.Currency, content.Comment, content.PaymentTerms, content.ValidUntil);
        (VatCategory, VatPercent) = (content.Vat?.Category, content.Vat?.Percent);
        (IncotermsRule, IncotermsEdition, IncotermsPlace) = (content.Incoterms?.Rule, content.Incoterms?.Edition, content.Incoterms?.Place);
    }

    public Offer Offer { get; private set; } = null!;

    public long OfferId { get; private set; }

    public long RoundId { get; private set; }

    public long SupplierId { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    public string? VatCategory { get; private set; }

    public decimal? VatPercent { get; private set; }

    public DateOnly? ValidUntil { get; private set; }

    public string? IncotermsRule { get; private set; }

    public int? IncotermsEdition { get; private set; }

    public string? IncotermsPlace { get; private set; }

    public string PaymentTerms { get; private set; } = "";

    public string Comment { get; private set; } = "";
}

/// <summary>A reply, as a row; only the opening writes any.</summary>
public sealed class OpenedAnswer
{
    private OpenedAnswer()
    {
    }

    public OpenedAnswer(Offer offer, OfferAnswer answer) =>
        (Offer, RoundId, SupplierId, Question, Value) = (offer, offer.Round.Id, offer.SupplierId, answer.Question, answer.Value);

    public Offer Offer { get; private set; } = null!;

    public long OfferId { get; private set; }

    public long RoundId { get; private set; }

    public long SupplierId { get; private set; }

    /// <summary>The question's number.</summary>
    public int Question { get; private set; }

    /// <summary>As <see cref="OfferAnswer.Value"/>.</summary>
    public string Value { get; private set; } = "";
}

/// <summary>A document of an opened offer; its bytes are read through the vault. Only the opening writes any.</summary>
public sealed class OpenedAttachment
{
    private OpenedAttachment()
    {
    }

    public OpenedAttachment(Offer offer, OfferAttachment attachment, bool intact)
    {
        (Offer, RoundId, SupplierId, IsIntact) = (offer, offer.Round.Id, offer.SupplierId, intact);
        (File, Name, Type, Size, Sha256) = (attachment.File, attachment.Name, attachment.Type, attachment.Size, attachment.Sha256);
        Question = attachment.Question;
    }

    public long Id { get; private set; }

    public Offer Offer { get; private set; } = null!;

    public long OfferId { get; private set; }

    public long RoundId { get; private set; }

    public long SupplierId { get; private set; }

    public string File { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>For example <c>application/pdf</c>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>The question that it answers, or null.</summary>
    public int? Question { get; private set; }

    /// <summary>Whether the stored bytes are the ones that the receipt commits to.</summary>
    public bool IsIntact { get; private set; }

    public OfferAttachment Attachment => new(File, Name, Type, Size, Sha256) { Question = Question };
}
