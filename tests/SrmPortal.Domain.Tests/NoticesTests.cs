using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;

namespace SrmPortal.Domain.Tests;

/// <summary>How notices come, and when the daily digest is due.</summary>
public sealed class NoticesTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
        Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Vladivostok = TimeZoneInfo.FindSystemTimeZoneById("Asia/Vladivostok");

    [Fact]
    public void What_binds_cannot_be_put_off_and_nothing_is_kept_of_a_choice_that_tries()
    {
        var person = new UserAccount("SRM000000001", "a@b.example", "A B", "en");
        person.TakeEvents();

        var refused = Assert.Throws<RuleViolation>(() => person.ChooseNotices(new Dictionary<NoticeTopic, NoticeWay>
        {
            [NoticeTopic.Clarification] = NoticeWay.Digest,
            [NoticeTopic.Change] = NoticeWay.Digest,
            [NoticeTopic.Result] = NoticeWay.PortalOnly,
        }));
        Assert.Equal(["Ways[Change]", "Ways[Result]"], refused.Broken.Select(rule => rule.Field));
        Assert.Empty(person.Notices);

        person.ChooseNotices(new Dictionary<NoticeTopic, NoticeWay> { [NoticeTopic.Clarification] = NoticeWay.PortalOnly, [NoticeTopic.Result] = NoticeWay.Digest });
        person.ChooseNotices(new Dictionary<NoticeTopic, NoticeWay> { [NoticeTopic.Clarification] = NoticeWay.AtOnce });
        Assert.Equal((NoticeWay.AtOnce, NoticeWay.Digest, 1), (person.WayOf(NoticeTopic.Clarification), person.WayOf(NoticeTopic.Result), person.Notices.Count));
        Assert.Equal(["Clarification: PortalOnly, Result: Digest", "Clarification: AtOnce"], person.TakeEvents().OfType<NoticesChosen>().Select(one => one.Ways));
    }

    [Fact]
    public void The_digest_keeps_its_local_hour_over_a_change_of_the_clock()
    {
        // 29 March 2026: two o'clock becomes three; 25 October 2026: three becomes two.
        Assert.Equal(Utc(3, 28, 7), DigestTime.Next(Utc(3, 27, 7, 1), Berlin, 8));
        Assert.Equal(Utc(3, 29, 6), DigestTime.Next(Utc(3, 28, 7, 1), Berlin, 8));
        Assert.Equal(Utc(3, 29, 1), DigestTime.Next(Utc(3, 28, 7), Berlin, 2));
        Assert.Equal(Utc(10, 25, 0), DigestTime.Next(Utc(10, 24, 7), Berlin, 2));
        Assert.Equal(Utc(10, 26, 1), DigestTime.Next(Utc(10, 25, 0, 1), Berlin, 2));
        Assert.Equal(Utc(3, 28, 7), DigestTime.Next(Utc(3, 28, 7), Berlin, 8));
    }

    [Fact]
    public void Whoever_moves_gets_the_next_digest_at_the_new_hour_and_never_two_close_together()
    {
        var last = Utc(11, 28, 5);
        Assert.Equal(Utc(11, 29, 5), DigestTime.Due(Utc(11, 28, 6), last, Moscow, 8));
        Assert.Equal(Utc(11, 29, 13), DigestTime.Due(Utc(11, 28, 6), last, NewYork, 8));
        Assert.Equal(Utc(11, 28, 22), DigestTime.Due(Utc(11, 28, 6), last, Vladivostok, 8));
        Assert.Equal(Utc(11, 28, 13), DigestTime.Due(Utc(11, 28, 6), null, NewYork, 8));
    }

    private static DateTime Utc(int month, int day, int hour, int minute = 0) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);
}
