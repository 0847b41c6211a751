using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Tests;

/// <summary>What stands in the way of a registration.</summary>
internal static class RegistrationRefusals
{
    public static readonly DateTime Now = GivenRegistration.Now;

    public static HashSet<string> Blocking(SupplierRegistration registration) =>
        [.. registration.WhatBlocksSending(GivenRegistration.Asked, GivenRegistration.Editions, Now).Select(rule => rule.Code)];

    public static IEnumerable<string> Refused(Action deed) => Assert.Throws<RuleViolation>(deed).Broken.Select(rule => rule.Code);
}
