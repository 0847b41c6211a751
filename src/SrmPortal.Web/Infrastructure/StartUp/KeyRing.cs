using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Keys;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>
/// Keys of cookies, forms and flash messages, shared by all instances through the database; in Production protected by a certificate.
/// Losing them signs everybody out and loses no offer.
/// </summary>
internal static class KeyRing
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("SrmPortal");
        if (configuration["DataProtection:Certificate"] is { Length: > 0 } file)
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, configuration["DataProtection:Password"]);
            keys.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(certificate);
        }

        return services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new InDatabase(all.GetRequiredService<IServiceScopeFactory>())));
    }

    private sealed class InDatabase(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() =>
            Work(db => db.KeyRing.AsNoTracking().Select(key => key.Xml).ToList()).ConvertAll(XElement.Parse);

        public void StoreElement(XElement element, string friendlyName) => Work(db =>
        {
            db.Add(new KeyRingEntry(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
            return db.SaveChanges();
        });

        private T Work<T>(Func<PortalDbContext, T> deed)
        {
            using var scope = scopes.CreateScope();
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
            return deed(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
        }
    }
}
