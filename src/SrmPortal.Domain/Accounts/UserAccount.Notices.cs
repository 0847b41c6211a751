using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Domain.Accounts;

/// <summary>How the person wants notices to come.</summary>
public sealed partial class UserAccount
{
    private readonly List<NoticePreference> _notices = [];

    /// <summary>What differs from "at once".</summary>
    public IReadOnlyList<NoticePreference> Notices => _notices;

    public NoticeWay WayOf(NoticeTopic topic) => _notices.FirstOrDefault(one => one.Topic == topic)?.Way ?? NoticeWay.AtOnce;

    /// <summary>A topic that isn't named stays as it is; one that binds can't be put off.</summary>
    public void ChooseNotices(IReadOnlyDictionary<NoticeTopic, NoticeWay> ways)
    {
        RuleViolation.ThrowIfAny(ways.Where(one => !NoticeChoice.WaysOf(one.Key).Contains(one.Value)).Select(one => new BrokenRule(NoticeRules.Binding, $"Ways[{one.Key}]")));
        var different = ways.Where(one => WayOf(one.Key) != one.Value).OrderBy(one => one.Key).ToArray();
        foreach (var (topic, way) in different)
        {
            _notices.RemoveAll(one => one.Topic == topic);
            if (way is not NoticeWay.AtOnce)
            {
                _notices.Add(new NoticePreference(topic, way));
            }
        }

        if (different.Length > 0)
        {
            Changed(new NoticesChosen(UserName, string.Join(", ", different.Select(one => $"{one.Key}: {one.Value}"))));
        }
    }
}

/// <summary>A person wants some notices to come otherwise than before.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="Ways">What was chosen: <c>Clarification: Digest</c>.</param>
public sealed record NoticesChosen(string Subject, string Ways) : DomainEvent(Subject);

public static class NoticeRules
{
    public const string Binding = "notice.binding";
}
