using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>Two items, three offers, opened: what there is to choose from.</summary>
internal static class OpenedEvent
{
    public static Task<Portal> Begin(string database) => new Portal(database).BegunAs("opened", async portal =>
    {
        await portal.Filled(Draft(), 7, 8, 9, 10);
        await portal.AddStaffMember(2, StaffRoles.Buyer);
        await Offer(portal);
    });

    /// <summary>7 is best for 0001, 8 alone offers 0002, 9 offers 0001 dearest, 10 nothing.</summary>
    public static async Task Offer(Portal portal)
    {
        await portal.Offer(7, ("0001", 100));
        await portal.Offer(8, ("0001", 110), ("0002", 110));
        await portal.Offer(9, ("0001", 120));
        await portal.Open();
        await portal.ReadAllMails();
        portal.Clock.SetUtcNow(Portal.Openable.AddMinutes(1));
    }

    public static Round Draft() => new(new SourcingEvent("20067776", 1, Portal.BuyerId, 2), 0, Given.Terms,
        new RoundItem("0001", "Pipe 219×8", 12, "t"), new RoundItem("0002", "Elbow", 12, "t"));

    public static IDocument Chosen(IDocument page, params (string Item, long Supplier)[] choices)
    {
        foreach (var (item, supplier) in choices)
        {
            foreach (var radio in page.QuerySelectorAll<IHtmlInputElement>($"input[name='Choices[{item}]']"))
            {
                radio.IsChecked = radio.Value == $"S{supplier:00000000}";
            }
        }

        return page;
    }

    public static void Choose(IDocument page, string field, string value) =>
        page.QuerySelector<IHtmlSelectElement>($"select[name='{field}']")!.Value = value;
}
