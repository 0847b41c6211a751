using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Features.Outbox;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>What every mail of the portal has.</summary>
public sealed class MailKindsTests
{
    [Fact]
    public void Every_mail_is_about_something_and_has_a_name_for_people()
    {
        using var portal = new Portal(Databases.Sqlite);
        var (texts, titles) = (portal.Services.GetRequiredService<IStringLocalizer<Features.Outbox.Texts>>(), portal.Services.GetRequiredService<IStringLocalizer<Features.Administration.Texts>>());
        var kinds = portal.Services.GetRequiredService<MailCatalogue>().All.Select(one => one.Kind).ToArray();

        Assert.Equal([], kinds.Where(kind => NoticeTopics.Of(kind) is NoticeTopic.Other));
        Assert.Equal([], kinds.Where(kind => OutboxWords.Title(texts, titles, kind) == kind));
    }
}
