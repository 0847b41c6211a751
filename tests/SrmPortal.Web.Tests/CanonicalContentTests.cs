using System.Text;
using System.Text.Json;
using CsCheck;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Tests;

/// <summary>The one text that is hashed: receipts out in the world depend on every byte of it.</summary>
public sealed class CanonicalContentTests
{
    private static readonly Gen<string> Text = Gen.String[0, 40].Select(PlainText.Of);
    private static readonly Gen<decimal?> Price = Gen.Long[-1, 9_999_999_999_999_999].Select(number => number < 0 ? (decimal?)null : number / 10_000m);
    private static readonly Gen<decimal?> Quantity = Gen.Long[-1, 999_999_999_999].Select(number => number < 0 ? (decimal?)null : number / 1_000m);
    private static readonly Gen<DateOnly?> Day = Gen.Int[-1, 50_000].Select(day => day < 0 ? (DateOnly?)null : new DateOnly(2000, 1, 1).AddDays(day));
    private static readonly Gen<Vat?> Vat = Gen.Int[0, 2].Select(i => i switch { 0 => null, 1 => new Vat("GENERAL", 22), _ => new Vat("NOT_SUBJECT", null) });

    private static readonly Gen<OfferEntry> Line = Gen.Select(Gen.Int[0, 9999], Quantity, Price, Vat, Day, Text).Select((no, quantity, price, vat, day, text) =>
        new OfferEntry($"{no:0000}", quantity, price) { Vat = vat, DeliveryDate = day, Substitute = text, Comment = text });

    private static readonly Gen<OfferContent> Content = Gen.Select(Line.List[0, 8], Text, Text, Day, Vat).Select((lines, comment, place, until, vat) =>
        new OfferContent("RUB", comment, lines)
        {
            Vat = vat,
            ValidUntil = until,
            PaymentTerms = place,
            Incoterms = place.Length == 0 ? null : new Incoterms("DAP", 2020, place),
            Answers = [new OfferAnswer(1, "x" + comment), new OfferAnswer(2, OfferAnswer.Yes)],
            Attachments = [new OfferAttachment("f1", "имя.pdf", "application/pdf", 12, new string('a', 64)) { Question = 2 }],
        });

    [Fact]
    public void What_was_written_is_read_back_and_written_again_byte_for_byte() => Content.Sample(content =>
    {
        var once = CanonicalContent.Write(content);
        return once.SequenceEqual(CanonicalContent.Write(CanonicalContent.Read(once)));
    });

    [Fact]
    public void The_order_of_lines_and_answers_does_not_matter() => Content.Sample(content => CanonicalContent.Write(content).SequenceEqual(
        CanonicalContent.Write(content with { Lines = [.. content.Lines.DistinctBy(line => line.ItemNumber).Reverse()], Answers = [.. content.Answers.Reverse()] }))
        || content.Lines.DistinctBy(line => line.ItemNumber).Count() != content.Lines.Count);

    [Fact]
    public void Every_object_has_its_keys_sorted_and_there_is_no_number_and_no_white_space() => Content.Sample(content =>
    {
        var text = CanonicalContent.Write(content);
        using var json = JsonDocument.Parse(text);
        return IsCanonical(json.RootElement) && JsonSerializer.SerializeToUtf8Bytes(json.RootElement, Relaxed).SequenceEqual(text);
    });

    [Fact]
    public void The_text_of_a_whole_offer_stays_as_it_is()
    {
        var content = new OfferContent("RUB", "Ответ «да»", [new("0002", 0, 0), new("0001", 12.4m, 118900m) { Vat = new Vat("NOT_SUBJECT", null), DeliveryDate = new DateOnly(2027, 1, 15), Substitute = "Труба", Comment = "К55" }])
        {
            Vat = new Vat("GENERAL", 22),
            ValidUntil = new DateOnly(2027, 3, 1),
            Incoterms = new Incoterms("DAP", 2020, "Нижний Тагил"),
            PaymentTerms = "30 дней",
            Answers = [OfferAnswer.Of(3, 26.5m)],
            Attachments = [new OfferAttachment("0f", "Сертификат.pdf", "application/pdf", 2048, "ab") { Question = 4 }],
        };

        Assert.Equal(
            """{"answers":[{"question":"3","value":"26.5000"}],"attachments":[{"file":"0f","name":"Сертификат.pdf","question":"4","sha256":"ab","size":"2048","type":"application/pdf"}],"comment":"Ответ «да»","currency":"RUB","format":"srm/content/v1","incoterms":{"edition":"2020","place":"Нижний Тагил","rule":"DAP"},"lines":[{"comment":"К55","delivery":"2027-01-15","item":"0001","price":"118900.0000","quantity":"12.400","substitute":"Труба","vat":{"category":"NOT_SUBJECT"}},{"item":"0002","price":"0.0000","quantity":"0.000"}],"payment":"30 дней","validUntil":"2027-03-01","vat":{"category":"GENERAL","percent":"22.00"}}""",
            Encoding.UTF8.GetString(CanonicalContent.Write(content)));
    }

    [Fact]
    public void A_text_of_another_format_is_not_read_as_if_it_were_this_one() =>
        Assert.Throws<InvalidDataException>(() => CanonicalContent.Read("""{"currency":"RUB","format":"srm/content/v2","lines":[]}"""u8.ToArray()));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsCanonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(property => property.Name) is var names
            && names.SequenceEqual(names.Order(StringComparer.Ordinal)) && element.EnumerateObject().All(property => IsCanonical(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsCanonical),
        JsonValueKind.String => element.GetString()!.IsNormalized(),
        _ => false,
    };
}
