using AngleSharp.Dom;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Beginning a draft by its form.</summary>
internal static class Drafts
{
    public static async Task<IDocument> Begin(HttpClient buyer, string title) =>
        await buyer.PressAndFollow(await buyer.Page("/events/new"), "Begin the draft", ("Title", title));

    public static string PathOf(IDocument draft) => draft.QuerySelector("form[action*='/draft?']")!.GetAttribute("action")!.Split('?')[0];
}
