using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>The steps of a registration, and what a refused one says.</summary>
internal static class WrongInput
{
    public static async Task<IDocument> AtPeople(HttpClient applicant)
    {
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        return await applicant.PressAndFollow(details, "Save and continue", Applicants.Company);
    }

    public static async Task<IDocument> AtDocuments(HttpClient applicant, Portal portal)
    {
        var products = await applicant.PressAndFollow(await AtPeople(applicant), "Save and continue", Applicants.People);
        return await applicant.PressAndFollow(products, "Save and continue", ("Categories", await portal.CategoryKey("t12.04")));
    }

    public static async Task<IDocument> Refused(HttpClient client, IDocument page, string button, (string, string)[] typed)
    {
        var answer = await client.Press(page, button, typed);
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode} {answer.Headers.Location}");
        return await answer.Parsed();
    }

    /// <summary>At the field, and on top with a link to it.</summary>
    public static void SaysAt(IDocument page, string field, string message)
    {
        var input = page.QuerySelector($"[name='{field}']")!;
        Assert.Contains(message, page.GetElementById($"{input.Id}-e")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".error-summary a[href='#{input.Id}']"));
    }
}
