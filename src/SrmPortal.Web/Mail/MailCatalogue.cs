namespace SrmPortal.Web.Mail;

/// <summary>All mails of the portal, by what they tell of.</summary>
internal sealed class MailCatalogue
{
    private readonly ILookup<Type, Type> _byAnnouncement;
    private readonly Dictionary<string, Type> _byKind;

    public MailCatalogue(IEnumerable<Type> mails)
    {
        Type[] all = [.. mails];
        _byAnnouncement = all.ToLookup(AnnouncementOf);
        _byKind = all.ToDictionary(KindOf);
    }

    public static IEnumerable<Type> MailsOf(System.Reflection.Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IMail)));

    /// <summary>As it is stored: <c>Invitation</c> for InvitationMail.</summary>
    public static string KindOf(Type mail) => mail.Name.EndsWith("Mail", StringComparison.Ordinal) ? mail.Name[..^"Mail".Length] : mail.Name;

    /// <summary>Every mail there is, in the order of their names.</summary>
    public IEnumerable<(string Kind, Type Mail)> All => _byKind.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value));

    public IEnumerable<Type> Telling(Type announcement) => _byAnnouncement[announcement];

    public Type Of(string kind) => _byKind.TryGetValue(kind, out var mail)
        ? mail : throw new InvalidOperationException($"There is no mail {kind} in this version.");

    private static Type AnnouncementOf(Type mail)
    {
        for (var type = mail.BaseType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(MailOf<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        throw new InvalidOperationException($"{mail.Name} says of no announcement that it tells it: it derives from MailOf<…>.");
    }
}
