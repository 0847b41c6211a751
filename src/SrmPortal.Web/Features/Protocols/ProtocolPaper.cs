using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Papers;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>A protocol in the reader's words: the same for the page and for the PDF.</summary>
internal sealed class ProtocolPaper(ProtocolContent content, IStringLocalizer<Texts> texts)
{
    private string Currency => Shown.Currency(content.Currency);

    private string Zone => content.Zone;

    public static Paper Of(ProtocolPage page, IStringLocalizer<Texts> texts)
    {
        var (content, kept) = (page.Content, page.Kept);
        var over = kept is null ? $"{content.Round} · {texts["as it stands now, not made yet"].Value}"
            : $"{content.Round} · {texts["protocol № {0} of {1}", kept.No, Shown.Date(kept.At, content.Zone)].Value}";
        var paper = new ProtocolPaper(content, texts);
        return new Paper(texts["Protocol: {0}", EventWords.Kind(content.Kind)], over, content.Title, Numbered(paper.Sections(kept)))
        {
            Footer = kept is null ? content.Round : texts["Protocol {0}, № {1} · SHA-256 {2}", content.Round, kept.No, kept.Hash],
            PageOf = texts["page {0} of {1}"].Value,
        };
    }

    private static PaperSection[] Numbered(IEnumerable<PaperSection> sections) =>
        [.. sections.Select((section, i) => section with { Heading = $"{Shown.Number(i + 1)}. {section.Heading}" })];

    private IEnumerable<PaperSection> Sections(Protocol? kept)
    {
        if (content.Corrections.Count > 0)
        {
            yield return new(texts["Corrected"], [.. content.Corrections.Reverse().SelectMany(Correction)]);
        }

        yield return new(texts["Event"], [Event()]);
        yield return new(texts["Opening"], [.. Opening()]);
        yield return new(texts["Decision"], [.. Decision()]);
        if (content.Chosen.Count > 0)
        {
            yield return new(texts["What is bought from whom"], [.. content.Chosen.SelectMany(Share)]);
        }

        if (content.LowPrices.Count + content.LowOffers.Count > 0)
        {
            yield return new(texts["Unusually low prices"], [.. LowPrices()]);
        }

        yield return new(texts["Who decided"], [Deciders(), Signs()]);
        if (kept is not null)
        {
            yield return new(texts["Authenticity"], [Authenticity(kept)]);
        }
    }

    private IEnumerable<PaperBlock> Correction(ProtocolCorrection correction) =>
    [
        new PaperBlock.Said(texts["Protocol № {0}, {1}, {2}. It is to read:", correction.No, Moment(correction.At), correction.Person]),
        new PaperBlock.Said(correction.Text, IsQuote: true),
        new PaperBlock.Said(texts["Reason: {0}", correction.Reason]),
    ];

    private PaperBlock.Facts Event() => new(
    [
        new(texts["Customer"], EventWords.Say(content.CustomerEn, content.Customer)),
        new(texts["All times"], Zones.Named(Zone, content.Deadline)),
        new(texts["Responsible buyer"], content.Buyer),
        .. content.Team.Count == 0 ? Array.Empty<PaperFact>() : [new(texts["Team"], string.Join(", ", content.Team))],
        new(texts["Published"], Published()),
        new(texts["Offers accepted until"], Shown.Deadline(content.Deadline, Zone)),
        new(texts["Invited"], $"{Plural.Of(content.Invited, texts["{0} supplier|{0} suppliers"])}, {texts["have read {0}, declined {1}", content.HaveRead, content.Declined].Value}"),
        .. content.Rates.Select(rate => new PaperFact(texts["Published rate"],
            EventWords.Rate(rate, content.Currency) + (rate.Source is null ? "" : $", {rate.Source}") + (rate.Date is null ? "" : $", {Shown.Date(rate.Date)}"))),
        .. content.Changes.Select(Change),
        .. Further(),
        new(texts["Opening rule"], EventWords.Of(content.OpeningRule)),
    ]);

    private string Published() => Shown.DateTime(content.PublishedAt, Zone) + (content.PublishedBy is not { } person ? ""
        : $", {(content.PublishingAskedBy is { } author ? texts["approved by {0}; sent for approval by {1}", person, author] : texts["by {0}", person]).Value}");

    private IEnumerable<PaperFact> Further() => content.Further is not { } further ? [] :
    [
        new(texts["Rounds"], EventWords.Rounds(EventNumber.Find(content.Round)?.No ?? 0, further.Announced)),
        new(texts["Prices"], EventWords.Prices(further.PricesOnlyFall, further.Earlier)),
        new(texts["Earlier offers"], EventWords.EarlierOffers(further.EarlierOffersStand, further.Earlier)),
    ];

    private PaperFact Change(ProtocolChange change)
    {
        var what = change.No is null ? "" : $", {(change.IsMaterial ? texts["material; offers were to be confirmed"] : texts["clarifying"]).Value}";
        var deadline = change.Deadline is { } to ? $", {texts["new deadline {0}", Shown.Deadline(to, Zone)].Value}" : "";
        return new(change.No is { } no ? texts["Amendment {0}", no] : texts["Extension"], $"{Shown.DateTime(change.At, Zone)}{what}{deadline}. {change.Reason}");
    }

    private IEnumerable<PaperBlock> Opening()
    {
        var opened = content.Offers.Where(offer => offer.OpenedIntact is true).ToArray();
        var others = content.Offers.Where(offer => offer.OpenedIntact is not true).ToArray();
        if (content.OpenedAt is not { } at)
        {
            yield return new PaperBlock.Said(content.FoundEmptyAt is { } empty
                ? $"{Seconds(empty)} ({Zones.Named(Zone, empty)}). {texts["No offer was in force; nothing was opened."].Value}" : texts["Not opened yet."]);
        }
        else
        {
            var by = content.OpeningRule is OpeningRule.Automatic ? texts["The portal opened the round by itself."].Value
                : texts["Confirmed by: {0}.", string.Join(", ", content.Openers.Select(opener => $"{opener.Person} ({Seconds(opener.At)})"))].Value;
            var notOpened = others.Length == 0 ? "" : " " + texts["Not opened: {0}.", others.Length].Value;
            yield return new PaperBlock.Said($"{Seconds(at)} ({Zones.Named(Zone, at)}). {by} {Plural.Of(opened.Length, texts["In force: {0} offer; its hash matched the receipt.|In force: {0} offers; the hash of each matched its receipt."])}{notOpened}");
            yield return new PaperBlock.Table(texts["Opened offers"],
                [new(texts["Supplier"], 24, PaperCell.Main), new(texts["Receipt"], 14), new(texts["Accepted, {0}", Zones.City(Zone) ?? Zone], 15), new(texts["Hash of the content"], 31, PaperCell.Code), new(texts["Without VAT, {0}", Currency], 17, PaperCell.Number)],
                [.. opened.Select(offer => new[] { offer.Supplier, offer.StandsFrom is { } from ? $"{offer.Receipt}, {texts["the offer of {0} stands", from].Value}" : offer.Receipt, Precise(offer.At), offer.Hash, Shown.Amount(offer.Total, content.Currency) })]);
        }

        foreach (var offer in others)
        {
            yield return new PaperBlock.Said($"{offer.Supplier}: {WhyNotOpened(offer)}.");
        }
    }

    private string WhyNotOpened(ProtocolOffer offer) =>
        offer.OpenedIntact is false ? texts["not opened, the stored content does not match receipt {0}", offer.Receipt]
        : offer.State is OfferState.NeedsConfirmation ? texts["not opened, version {0} was not confirmed after an amendment", offer.Version]
        : offer.State is OfferState.Withdrawn ? texts["not opened, withdrawn by the supplier"] : texts["was not opened"];

    private IEnumerable<PaperBlock> Decision()
    {
        if (content.State is RoundState.NotAwarded)
        {
            yield return new PaperBlock.Said(texts["Ended without an award."]);
            yield return new PaperBlock.Said(content.EndReason ?? "", IsQuote: true);
            yield break;
        }

        if (content.Chosen.Count == 0)
        {
            yield return new PaperBlock.Said(texts["Not made yet."]);
            yield break;
        }

        yield return new PaperBlock.Table(texts["Chosen suppliers"],
            [new(texts["Supplier"], 34, PaperCell.Main), new(texts["Lines"], 30), new(texts["Terms"], 20), new(texts["Without VAT, {0}", Currency], 18, PaperCell.Number)],
            [.. content.Chosen.Select(share => new[] { share.Supplier, string.Join(", ", share.Lines.Select(line => line.Item)), TermsOf(share), Shown.Amount(share.Total, content.Currency) })])
        {
            Sum = new(texts["Total without VAT"], Shown.Money(content.Total, content.Currency)),
        };
        if (content.Lots is { Count: > 0 } lots)
        {
            yield return new PaperBlock.Heading(texts["By lots"]);
            yield return new PaperBlock.Table(texts["By lots"],
                [new(texts["Lot"], 34, PaperCell.Main), new(texts["State"], 18), new(texts["Suppliers"], 30), new(texts["Without VAT, {0}", Currency], 18, PaperCell.Number)],
                [.. lots.Select(lot => new[] { EventWords.Of(new RoundLot(lot.No, lot.Title)), EventWords.Of(lot.State), lot.Suppliers.Count > 0 ? string.Join(", ", lot.Suppliers) : Shown.None, Shown.Amount(lot.Total, content.Currency) })]);
        }

        yield return new PaperBlock.Said(content.Justification, IsQuote: true);
        foreach (var block in Departures())
        {
            yield return block;
        }

        yield return new PaperBlock.Said((content.Tied.Count > 0 ? texts["Equal prices, the earlier offer goes first: {0}", string.Join(", ", content.Tied)] : texts["No equal prices among the chosen"]).Value + ".");
        if (content.Savings.Count > 0)
        {
            yield return new PaperBlock.Facts([.. content.Savings.Select(saving => new PaperFact(NameOf(saving.Basis),
                $"{Shown.Money(saving.Saved, content.Currency)}, {Shown.Percent(saving.Percent)}; {Plural.Of(saving.Items, texts["over {0} item|over {0} items"])}"))]);
        }
    }

    private IEnumerable<PaperBlock> Departures()
    {
        if (content.Departures.Count > 0)
        {
            yield return new PaperBlock.Heading(texts["Where the best price is not chosen, or not all is bought"]);
            yield return new PaperBlock.Table(texts["Departures from the best price"],
                [new(texts["Line"], 22, PaperCell.Main), new(texts["Chosen"], 20), new(texts["Best price"], 22), new(texts["Difference, {0}", Currency], 15, PaperCell.Number), new(texts["Why"], 32)],
                [.. content.Departures.Select(row => new[] { $"{row.Item} {row.Name}", row.Chosen, $"{row.Best}, {Shown.UnitPrice(row.BestPrice)}", Signed(row.Difference), Said(row.Reason) })]);
        }

        if (content.NotBought.Count > 0)
        {
            yield return new PaperBlock.Heading(texts["What is not bought"]);
            yield return new PaperBlock.Table(texts["What is not bought"], [new(texts["Line"], 40, PaperCell.Main), new(texts["Why"], 60)],
                [.. content.NotBought.Select(row => new[] { $"{row.Item} {row.Name}", row.Reason is null ? texts["Nobody offers it."].Value : Said(row.Reason) })]);
        }
    }

    private IEnumerable<PaperBlock> Share(ProtocolShare share)
    {
        var currency = Shown.Currency(share.Currency);
        yield return new PaperBlock.Heading($"{share.Supplier} ({share.Number})");
        yield return new PaperBlock.Table(share.Supplier,
            [new(texts["Line"], 40, PaperCell.Main), new(texts["Quantity"], 15, PaperCell.Number), new(texts["Price without VAT, {0}", currency], 18, PaperCell.Number), new(texts["Without VAT, {0}", currency], 18, PaperCell.Number)],
            [.. share.Lines.Select(line => new[] { $"{line.Item} {line.Name}", EventWords.Quantity(line.Quantity, line.Unit), PriceOf(line), Shown.Amount(line.Amount, share.Currency) })])
        {
            Sum = new(texts["Total without VAT"], Shown.Money(share.Lines.Sum(line => line.Amount), share.Currency)),
        };
        if (share.Currency != content.Currency)
        {
            yield return new PaperBlock.Said(texts["By the published rate: {0}", Shown.Money(share.Total, content.Currency)]);
        }
    }

    private IEnumerable<PaperBlock> LowPrices()
    {
        yield return new PaperBlock.Said(texts["The alarm is raised by a price 40 % under the mean of the others’ or 30 % under the next."]);
        if (content.LowOffers.Count > 0)
        {
            yield return new PaperBlock.Said(texts["By their complete offer: {0}", string.Join(", ", content.LowOffers)]);
        }

        if (content.LowPrices.Count > 0)
        {
            yield return new PaperBlock.Table(texts["Unusually low prices"],
                [new(texts["Line"], 8), new(texts["Supplier"], 24, PaperCell.Main), new(texts["Price, {0}", Currency], 14, PaperCell.Number), new(texts["Mean of the others"], 14, PaperCell.Number), new(texts["Next price"], 14, PaperCell.Number), new(texts["How it is justified"], 34)],
                [.. content.LowPrices.Select(low => new[] { low.Item, low.Supplier, Shown.UnitPrice(low.Price), Shown.UnitPrice(low.Mean), Shown.UnitPrice(low.Next), low.IsChosen ? Said(low.Reason) : texts["Not chosen"].Value })]);
        }
    }

    private PaperBlock.Facts Deciders() => new(
    [
        .. content.Steps.Select(step => new PaperFact(
            step.Act switch { AwardAct.Proposed => texts["Sent for approval"], AwardAct.Returned => texts["Returned"], AwardAct.Approved => texts["Approved"], _ => texts["Decided"] },
            $"{step.Person}, {Moment(step.At)}{(step.Comment.Length > 0 ? $". {step.Comment}" : "")}")),
        .. content.State is RoundState.NotAwarded ? [new PaperFact(texts["Ended by"], $"{content.EndedBy}, {Moment(content.DecidedAt ?? content.Deadline)}")] : Array.Empty<PaperFact>(),
    ]);

    private PaperBlock.Signs Signs() => new(
    [
        $"{UserAccount.ShortNameOf(content.Buyer)}, {texts["buyer in charge"].Value}",
        .. content.Openers.Select(opener => opener.Person).Distinct().Where(person => person != content.Buyer).Select(person => $"{UserAccount.ShortNameOf(person)}, {texts["opener"].Value}"),
        .. content.Steps.Where(step => step.Act is AwardAct.Approved).Select(step => $"{UserAccount.ShortNameOf(step.Person)}, {texts["approver"].Value}"),
    ]);

    private PaperBlock.Facts Authenticity(Protocol kept) => new(
    [
        new(texts["Made"], $"№ {kept.No}, {Seconds(kept.At)} ({Zones.Named(Zone, kept.At)})"),
        new(texts["Hash of the content"], $"SHA-256 {kept.Hash}"),
        .. content.AuditHead is { Length: 64 } head ? [new PaperFact(texts["State of the history"], head)] : Array.Empty<PaperFact>(),
        .. content.PreviousHash is { } previous ? [new PaperFact(texts["Hash of protocol № {0}", kept.No - 1], $"SHA-256 {previous}")] : Array.Empty<PaperFact>(),
        new(texts["Signature of the portal"], texts["ES256, key {0}: {1}", kept.KeyId, Convert.ToBase64String(kept.Signature)]),
    ]);

    private string NameOf(SavingBasis basis) => basis switch
    {
        SavingBasis.Target => texts["Saved against the target prices"],
        SavingBasis.Mean => texts["Saved against the mean of all offers"],
        _ => texts["Saved against the last bought prices"],
    };

    private string TermsOf(ProtocolShare share) => (share.Terms.Length > 0 ? share.Terms : Shown.None) + (share.Currency == content.Currency ? "" : $" · {share.Currency}");

    private string Signed(decimal difference) => (difference > 0 ? "+" : "") + Shown.Amount(difference, content.Currency);

    private static string PriceOf(ProtocolLine line) => Shown.UnitPrice(line.UnitPrice) + (line.PriceUnit == 1 ? "" : $" / {Shown.Number(line.PriceUnit)}");

    private static string Said(string reason) => reason.Length > 0 ? reason : Shown.None;

    private string Moment(DateTime at) => Shown.DateTime(at, Zone);

    private string Seconds(DateTime at) => $"{Shown.Date(at, Zone)} {Zones.Local(at, Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";

    private string Precise(DateTime at) => $"{Shown.Date(at, Zone)} {Zones.Local(at, Zone).ToString(Language.IsRussian ? "HH:mm:ss,fff" : "HH:mm:ss.fff", CultureInfo.InvariantCulture)}";
}
