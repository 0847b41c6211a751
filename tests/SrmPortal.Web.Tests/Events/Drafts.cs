using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Beginning a draft by its form.</summary>
internal static class Drafts
{
    public static async Task<IDocument> Begin(HttpClient buyer, string title) =>
        await buyer.PressAndFollow(await buyer.Page("/events/new"), "Begin the draft", ("Title", title));

    /// <summary>The preview of rows that were pasted.</summary>
    public static async Task<IDocument> Pasted(this HttpClient buyer, string draft, string rows, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await buyer.Page($"{draft}/items/paste");
        var answer = await buyer.Press(page, page.HasButton("Show what will be added") ? "Show what will be added" : "Показать, что будет добавлено", ("Rows", rows));
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Parsed();
    }

    /// <summary>The preview of a file that was chosen.</summary>
    public static async Task<IDocument> Uploaded(this HttpClient buyer, string draft, byte[] file, string name = "Позиции.xlsx", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await buyer.Page($"{draft}/items/import");
        var answer = await buyer.PressWithFiles(page, page.HasButton("Show what will be added") ? "Show what will be added" : "Показать, что будет добавлено", [("File", name, file)]);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Parsed();
    }

    public static async Task<IReadOnlyList<RoundItem>> ItemsOf(this Portal portal, string draft)
    {
        var number = draft.Split('/')[2];
        var round = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().SingleAsync(r => r.Event.Number == number));
        return [.. round.Items.OrderBy(item => item.Number, StringComparer.Ordinal)];
    }

    public static string PathOf(IDocument draft) => draft.QuerySelector("form[action*='/draft?']")!.GetAttribute("action")!.Split('?')[0];
}
