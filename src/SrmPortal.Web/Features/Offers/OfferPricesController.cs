using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Offers;

/// <summary>Prices out of a spreadsheet or an own earlier offer: looked at first, and then saved by the offer's own form.</summary>
[Route("events/{number}/{no:int}/offer"), Authorize(Roles = Roles.Supplier)]
public sealed class OfferPricesController(OfferReading reading, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The lines as they are saved, to be filled in.</summary>
    [HttpGet("prices.xlsx")]
    public async Task<IActionResult> Sheet(string number, int no)
    {
        if (await OfferPage.Read(reading, number, no, HttpContext.Instant(), all: true) is not { } page)
        {
            return NotFound();
        }

        string[] hints =
        [
            texts["Fill in the columns from “Quantity offered” to “Comment”; the others are only compared."],
            texts["Prices are without VAT, in {0}, up to four decimals.", page.Currency],
            texts["An empty cell changes nothing. Price 0 means that the item is not offered."],
            texts["The VAT of the line is needed only where it differs from the whole offer’s."],
            texts["After uploading the portal shows what will change. Saved is not submitted."],
        ];
        return File(OfferSheet.Write(page, hints), SpreadsheetWriter.ContentType, $"{texts["Prices"].Value} {OfferSheet.TabOf(page.Round)}.xlsx");
    }

    [HttpGet("prices")]
    public Task<IActionResult> Prices(string number, int no) =>
        WhileOpen(number, no, async page => View(new PricesPage(page, await EarlierOffers.List(reading, page.Round))));

    [HttpPost("prices"), TakesFiles(InMemory = true), ShowAgain(nameof(Prices))]
    public Task<IActionResult> Upload(string number, int no, PricesForm form) => WhileOpen(number, no, page =>
    {
        var prices = new OfferSheetReader(page.Round, page.Content, page.Submission.VatCategories, page.Submission.Before).Read(form.Read());
        return Task.FromResult<IActionResult>(View("PricesPreview", new PricesPreview(page, prices, form.NameOfFile(), IsFile: true)));
    });

    [HttpGet("prices/from/{earlier}/{earlierNo:int}")]
    public Task<IActionResult> FromEarlier(string number, int no, string earlier, int earlierNo) => WhileOpen(number, no, async page =>
        await EarlierOffers.Take(reading, page.Round, page.Content, earlier, earlierNo) is { } prices
            ? View("PricesPreview", new PricesPreview(page, prices, FormattableString.Invariant($"{earlier}/{earlierNo}"), IsFile: false)) : NotFound());

    /// <summary>Where nothing can be entered any more, the offer's own page says why.</summary>
    private async Task<IActionResult> WhileOpen(string number, int no, Func<OfferPage, Task<IActionResult>> show) =>
        await OfferPage.Read(reading, number, no, HttpContext.Instant(), all: true) switch
        {
            null => NotFound(),
            { IsClosed: true } => RedirectToAction(nameof(OfferController.Edit), "Offer", new { number, no }),
            var page => await show(page),
        };
}
