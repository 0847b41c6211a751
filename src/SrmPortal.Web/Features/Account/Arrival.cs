using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Account;

/// <summary>Where somebody goes who signs in: back to the page, to the form that waited for the person, or first to the choice of a company.</summary>
public sealed class Arrival(CurrentScope scope, FormsOfSession forms, IStringLocalizer<Texts> texts)
{
    /// <summary>The company that the form was shown for which waits.</summary>
    public long? Company(HttpContext http, string? mark) => (forms.Brought(http)?.Owner ?? forms.OwnerOf(mark))?.Supplier;

    /// <summary>Whether the browser keeps a form that comes along with each step.</summary>
    public bool KeepsForm(HttpContext http) => forms.Brought(http) is not null;

    public IActionResult To(Controller from, bool mustChoose, string? returnUrl, string? mark)
    {
        var kept = forms.Brought(from.HttpContext);
        if (kept is not null && kept.Owner.Person == scope.Is.PersonId)
        {
            // The browser sends what it kept to where the form was sent, and the form comes back.
            return from.LocalRedirectPreserveMethod(kept.Address);
        }

        var owner = kept?.Owner ?? forms.OwnerOf(mark);
        if (owner is not null && owner.Value.Person != scope.Is.PersonId)
        {
            from.Say(texts["The form that was open here was another person’s."], texts["Nothing of it was taken."]);
        }

        var back = from.Url.IsLocalUrl(returnUrl) ? returnUrl : "~/";
        return mustChoose
            ? from.RedirectToAction(nameof(ChooseCompanyController.Choose), "ChooseCompany", new { returnUrl = back == "~/" ? null : back }) : from.LocalRedirect(back);
    }
}
