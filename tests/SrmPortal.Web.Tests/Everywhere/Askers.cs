using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Tests.Accounts;
using SrmPortal.Web.Tests.Accreditation;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>One column of the table of routes: somebody who asks for every route, with the same cookies each time.</summary>
/// <param name="Name">The head of the column.</param>
/// <param name="Browser">Signed in, if at all.</param>
/// <param name="RegistrationForm">A page with a form of the registration that this person gets.</param>
/// <param name="Cookies">Sent everywhere but there.</param>
/// <param name="CookiesOfRegistration">Sent there.</param>
internal sealed record Asker(string Name, HttpClient Browser, string RegistrationForm, string Cookies, string CookiesOfRegistration)
{
    private const string Form = "/verify";

    private readonly Dictionary<string, string> _tokens = [];

    /// <param name="portal">Where it asks.</param>
    /// <param name="name">The head of the column.</param>
    /// <param name="person">A browser that keeps its cookies; what it has by now is kept, and nothing that comes later.</param>
    /// <param name="registrationForm">Where this is an applicant.</param>
    public static async Task<Asker> Of(Portal portal, string name, HttpClient person, string registrationForm = Form)
    {
        async Task<string> CookiesOn(string page)
        {
            await person.Page(page);
            using var second = await person.GetAsync(page);
            return string.Join("; ", second.RequestMessage!.Headers.GetValues("Cookie"));
        }

        var (cookies, ofRegistration) = (await CookiesOn(Form), await CookiesOn(registrationForm));
        var browser = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        foreach (var (header, values) in person.DefaultRequestHeaders)
        {
            browser.DefaultRequestHeaders.Add(header, values);
        }

        return new(name, browser, registrationForm, cookies, ofRegistration);
    }

    public async Task<HttpResponseMessage> Ask(string method, string address)
    {
        var token = method == "GET" ? null : await TokenFor(address);
        return await Send(method, address, token is null ? null : new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
    }

    private async Task<HttpResponseMessage> Send(string method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = content };
        request.Headers.Add("Cookie", IsOfRegistration(address) ? CookiesOfRegistration : Cookies);
        return await Browser.SendAsync(request);
    }

    private static bool IsOfRegistration(string address) => address.StartsWith("/registration/", StringComparison.Ordinal);

    // A valid one of this person for this address, so that a refusal of the form is a refusal of the person.
    private async Task<string> TokenFor(string address)
    {
        // A link to a registration's status is a right of its own, and so is its form.
        var page = address.StartsWith("/registration/status/", StringComparison.Ordinal) ? address.Replace("/meeting", "", StringComparison.Ordinal)
            : IsOfRegistration(address) ? RegistrationForm : Form;
        if (!_tokens.TryGetValue(page, out var token))
        {
            using var answer = await Send("GET", page, null);
            _tokens[page] = token = (await answer.Parsed()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        return token;
    }
}

/// <summary>
/// Who asks. The things asked for are those of one company, УралТрубСнаб, and of the event 20060008 to which it is invited; the other
/// company is invited to none of the events asked for, and its person may do everything there that a supplier may.
/// </summary>
internal static class Askers
{
    private const long Viewer = 901, Stranger = 902, OfBoth = 903;
    private const string OtherCompany = "kaztrans.example";

    public static async Task<IReadOnlyList<Asker>> Of(Portal portal, HttpClient applicant)
    {
        var own = (await portal.ScopeOf(LivedInPortal.Contact)).SupplierId!.Value;
        var other = await OtherSupplier(portal);
        Task<Asker> Is(string name, string person) => Asker.Of(portal, name, portal.SignedIn(person));
        async Task<Asker> Known(string name, string email) => await Is(name, await portal.Person(email));
        return
        [
            await Asker.Of(portal, "anonymous", portal.Browser()), await Asker.Of(portal, "applicant", applicant, "/registration/people"),
            await Known("contact", LivedInPortal.Contact), await Is("viewer", $"supplier:{own}:{Viewer}"), await Known("master", LivedInPortal.Master),
            await Is("other-company", $"supplier:{other}:{Stranger}"),
            await Is("of-both-at-other", $"supplier:{other}:{OfBoth}"), await Is("of-both-unchosen", $"staff:{OfBoth}"),
            await Known("buyer", LivedInPortal.OtherBuyer), await Known("opening-buyer", LivedInPortal.Buyer), await Known("buyer-elsewhere", "s.gromov@seversplav.example"),
            await Known("approver", LivedInPortal.Approver), await Known("reviewer", LivedInPortal.Reviewer), await Known("head", LivedInPortal.Head),
            await Known("support", LivedInPortal.Support), await Known("auditor", LivedInPortal.Auditor), await Known("administrator", LivedInPortal.Administrator),
        ];
    }

    /// <summary>What a company and an event lack in the lived-in portal: a viewer, a person of two companies, an offer that can still be changed.</summary>
    public static async Task Prepare(Portal portal)
    {
        var contact = await portal.ScopeOf(LivedInPortal.Contact);
        var (own, other) = (contact.SupplierId!.Value, await OtherSupplier(portal));
        await GivenMaster.AddPerson(portal, own, Viewer, new MembershipRights(false, false, true, false));
        await GivenMaster.AddPerson(portal, other, Stranger, new MembershipRights(true, true, false, true));
        await GivenMaster.AddPerson(portal, own, OfBoth, new MembershipRights(true, true, false, true));
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Membership(await db.Accounts.SingleAsync(a => a.Id == OfBoth), other, new MembershipRights(true, true, false, true)));
            return await db.SaveChangesAsync();
        });
        var round = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Event.Number == ConcreteAddresses.Event && r.No == 0));
        var number = await portal.Seen(Scope.System, db => db.Suppliers.Where(s => s.Id == own).Select(s => s.Number).SingleAsync());
        await portal.As(await portal.ScopeOf(LivedInPortal.OtherBuyer), services => services.GetRequiredService<InviteAlso>().Invite(round.Id, number, portal.Now()));
        await LivedInPortal.Submit(portal, contact, round, portal.Now());
    }

    public static Task<long> OtherSupplier(Portal portal) => portal.Seen(Scope.System, db => db.Memberships
        .Where(m => m.Account.Email.EndsWith("@" + OtherCompany)).Select(m => m.SupplierId).FirstAsync());
}
