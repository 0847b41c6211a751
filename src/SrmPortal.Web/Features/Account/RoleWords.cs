using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Features.Account;

/// <summary>Roles in a company as people read them.</summary>
internal static class RoleWords
{
    /// <summary><c>Контактное лицо, мастер-пользователь</c>.</summary>
    public static string Of(MembershipRights rights, IStringLocalizer<Texts> texts)
    {
        string[] roles = [.. new (bool Has, string Name)[]
        {
            (rights is { IsContactPerson: true, MaySubmit: true }, texts["Contact person, submits offers"]),
            (rights is { IsContactPerson: true, MaySubmit: false }, texts["Contact person"]),
            (rights.IsMasterUser, texts["Master user"]),
            (rights.IsViewer, texts["Viewer"]),
        }.Where(role => role.Has).Select(role => role.Name)];
        return string.Join("; ", roles);
    }
}
