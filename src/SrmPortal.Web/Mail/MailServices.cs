using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Links;
using SrmPortal.Web.Features.Notifications;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail.Bounces;

namespace SrmPortal.Web.Mail;

internal static class MailServices
{
    /// <summary>The dispatcher, its transport, and every <see cref="MailOf{TAnnouncement}"/> and <see cref="IFindRecipient"/> that the features have.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.Configure<MailSettings>(configuration.GetSection(MailSettings.Section));
        services.PostConfigure<MailSettings>(mail =>
        {
            if (mail.Host is null && mail.Folder is null && environment.IsDevelopment())
            {
                mail.Folder = Path.Combine(environment.ContentRootPath, "data", "mail");
            }
        });
        services.AddSingleton(_ => LinkKey.Load(configuration, environment.IsDevelopment()));
        services.AddScoped<SecretLinks>().AddScoped<People>();

        var assembly = typeof(IMail).Assembly;
        services.AddMailsOf(MailCatalogue.MailsOf(assembly));
        foreach (var finder in assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFindRecipient))))
        {
            services.AddScoped(typeof(IFindRecipient), finder);
        }

        services.AddSingleton<IMailTransport>(all => all.GetRequiredService<IOptions<MailSettings>>().Value switch
        {
            { Host.Length: > 0 } => ActivatorUtilities.CreateInstance<SmtpTransport>(all),
            { Folder.Length: > 0 } => ActivatorUtilities.CreateInstance<FolderTransport>(all),
            _ => throw new InvalidOperationException("Mail:Host is not set. The portal does not start without it."),
        });
        services.AddSingleton<LetterView>().AddSingleton<LetterWriter>().AddSingleton<FanOut>().AddSingleton<HostThrottle>().AddSingleton<IBounceMailbox, ImapBounceMailbox>().AddSingleton<Postman>().AddSingleton<MailRound>();
        services.AddHostedService<MailService>();
        if (!environment.IsDevelopment())
        {
            services.Configure<MvcOptions>(mvc => mvc.Conventions.Add(new WithoutDevelopment()));
        }

        return services;
    }

    /// <summary>Replaces the catalogue by these and those that are there.</summary>
    internal static void AddMailsOf(this IServiceCollection services, IEnumerable<Type> mails)
    {
        Type[] all = [.. mails, .. services.Where(one => one.ServiceType.IsAssignableTo(typeof(IMail))).Select(one => one.ServiceType)];
        foreach (var mail in all)
        {
            services.AddScoped(mail);
        }

        services.AddSingleton(new MailCatalogue(all.Distinct()));
    }
}
